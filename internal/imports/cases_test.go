package imports_test

// cases are files that we wrote, one for each thing that a form can hold or get wrong.
var cases = []struct{ form, name, file, want string }{
	{"citron", "direct, indirect, a pronoun",
		`{"text": "“We will stay,” said Ann Lee. She added that the quay was shut.", "title": "The quay", "url": "https://example.org/1", "quotes": [
		 {"cue": {"start": 16, "end": 20, "text": "said"}, "sources": [{"start": 21, "end": 28, "text": "Ann Lee"}], "contents": [{"start": 0, "end": 15, "text": "“We will stay,”"}], "confidence": 0.9},
		 {"cue": {"start": 34, "end": 39, "text": "added"}, "sources": [{"start": 30, "end": 33, "text": "She"}], "contents": [{"start": 40, "end": 62, "text": "that the quay was shut"}]}],
		 "coreference_groups": [[{"start": 21, "end": 28, "text": "Ann Lee"}, {"start": 30, "end": 33, "text": "She"}]]}`, `
article: The quay | https://example.org/1 | Test Desk | 
named: Ann Lee as Ann Lee (PERSON)
named: Ann Lee as Ann Lee (PERSON)
said by "Ann Lee" : [“We will stay,”] “We will stay,” <Ann Lee> <said>
said by "Ann Lee" : [that the quay was shut] <She> <added>
`},
	{"citron", "bad quotes and documents, one a line",
		`{"text": "The mayor said no.", "quotes": [{"contents": [{"start": 15, "end": 17, "text": "yes"}]}, {"contents": []}, 7, {"contents": [{"start": 15, "end": 99}]}, {"sources": [{"start": 0, "end": 9}], "contents": [{"start": 15, "end": 17}]}]}
{"quotes": []}
no json
{"text": "Two.", "quotes": []}
`, `
left out: quote 0: the words "yes" do not stand where it says
left out: quote 1: it has no contents
left out: quote 2: it is a number where an object is wanted
left out: quote 3: the text has no words from 15 to 99
article:  |  | Test Desk | 
said by "" : [no] <The mayor>
fault: file line 2: it has no text; a quote without its text proves nothing
fault: file line 3: it is no JSON from byte 2 on (invalid character 'o' in literal null (expecting 'u'))
article:  |  | Test Desk | 
`},
	{"corenlp", "beyond the basic plane",
		`{"docId": "a.txt", "sentences": [{"tokens": [
		 {"originalText": "😀", "before": " ", "after": " ", "characterOffsetBegin": 1, "characterOffsetEnd": 3},
		 {"originalText": "Ann", "before": " ", "after": " ", "characterOffsetBegin": 4, "characterOffsetEnd": 7},
		 {"originalText": "Lee", "before": " ", "after": ": ", "characterOffsetBegin": 8, "characterOffsetEnd": 11},
		 {"originalText": "\"", "before": ": ", "after": "", "characterOffsetBegin": 13, "characterOffsetEnd": 14},
		 {"originalText": "No", "before": "", "after": "", "characterOffsetBegin": 14, "characterOffsetEnd": 16},
		 {"originalText": "\"", "before": "", "after": "\n", "characterOffsetBegin": 16, "characterOffsetEnd": 17}],
		 "entitymentions": [{"text": "Ann Lee", "ner": "PERSON", "characterOffsetBegin": 4, "characterOffsetEnd": 11}, {"text": "No", "ner": "TITLE", "characterOffsetBegin": 14, "characterOffsetEnd": 16}]}],
		 "quotes": [{"id": 0, "text": "\"No\"", "beginIndex": 13, "endIndex": 17, "speaker": "Ann Lee", "canonicalSpeaker": "Ann Lee", "mentionBegin": 1, "mentionEnd": 2},
		  {"id": 1, "text": "\"Yes\"", "beginIndex": 13, "endIndex": 17, "speaker": "Unknown"}, {"id": 2, "beginIndex": 16, "endIndex": 900}, {"id": 3, "text": "\"No\"", "beginIndex": 13, "endIndex": 17, "speaker": "Unknown", "mentionBegin": 5, "mentionEnd": 1}]}`, `
left out: quote 1: the words "\"Yes\"" do not stand where it says
left out: quote 2: the text has no words from 16 to 900
article: a.txt |  | Test Desk | 
named: Ann Lee as Ann Lee (PERSON)
said by "Ann Lee" : ["No"] “No” <Ann Lee>
said by "" : ["No"] “No”
`},
	{"corenlp", "tokens that do not give the text back", `{"sentences": [{"tokens": [{"word": "Hi", "characterOffsetBegin": 0, "characterOffsetEnd": 2}]}], "quotes": []}`, `
fault: file item 1: its tokens do not give the text back; have CoreNLP print originalText, before and after (tokenize.options invertible=true)
`},
	{"claimreview", "a review, and others that are none",
		`{"@context": "https://schema.org", "@graph": [
		 {"@type": "ClaimReview", "url": "https://check.example/1", "datePublished": "2024-05-20", "author": {"@type": "Organization", "name": "Check Desk"},
		  "claimReviewed": "The bridge was never closed.", "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ann Lee"}, "datePublished": "2024-05-02"},
		  "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "False"}},
		 {"@type": "WebPage", "url": "https://check.example"},
		 {"@type": ["ClaimReview"], "datePublished": "someday", "claimReviewed": "All is well.", "author": "Desk Two", "itemReviewed": {"author": [{"name": "Acme Group"}]}},
		 {"@type": "ClaimReview", "claimReviewed": " "}]}`, `
left out: the rating: the graph keeps what was said, and by whom; whether it is true is not its business
article: Claim under review: The bridge was never closed. | https://check.example/1 | Check Desk | 2024-05-20
named: Ann Lee as Ann Lee (PERSON)
said by "Ann Lee" 2024-05-02: [The bridge was never closed.] <Ann Lee>
left out: when it was reviewed: "someday" is not a date; write 2022, 2022-08, 2022-08-17, 17 August 2022 or 2022-08-17T09:30:00Z
article: Claim under review: All is well. |  | Desk Two | 
named: Acme Group as Acme Group (ORGANIZATION)
said by "Acme Group" : [All is well.] <Acme Group>
fault: file item 1 node 4: it has no claimReviewed; without the words of the claim there is nothing to keep
`},
	{"events", "ICEWS",
		"Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tPublisher\n" +
			"7\t2015-03-01\tVladimir Putin\tRussian Federation\tMake a visit\t042\t1.9\tMinsk\tBelta\n" +
			"8\t2015-03-02\tRussia\tRussian Federation\tUse conventional military force\t190\t-10\tUkraine\tBelta\n" +
			"9\t2015-03-02\tRussia\tRussian Federation\tMake statement\t010\t0\tUkraine\tBelta\n" +
			"10\tyesterday\tRussia\t\t\t190\t\tUkraine\t\n" +
			"11\t2015-03-02\t\t\t\t190\t\tUkraine\t\n", `
article: Event 7: Vladimir Putin, 042, Minsk |  | Belta | 2015-03-01
named: Vladimir Putin as Vladimir Putin (PERSON)
named: Minsk as Minsk (PLACE)
claim: Vladimir Putin VISITED Minsk not=false ASSERTED 2015-03-01 role= in [7	2015-03-01	Vladimir Putin	Russian Federation	Make a visit	042	1.9	Minsk	Belta]
article: Event 8: Russia, 190, Ukraine |  | Belta | 2015-03-02
named: Russia as Russia (PLACE)
named: Ukraine as Ukraine (PLACE)
claim: Russia FOUGHT Ukraine not=false ASSERTED 2015-03-02 role= in [8	2015-03-02	Russia	Russian Federation	Use conventional military force	190	-10	Ukraine	Belta]
fault: file line 4: the event 010 means none of the predicates
fault: file line 5: it has no date that can be read ("yesterday")
fault: file line 6: it names no source, or a target without a letter
`},
	{"events", "PLOVER, with commas",
		"\ufeffevent_id,event_date,event_type,event_mode,actor_name,recipient_name,url\n" +
			"a1,2023-06-01,SANCTION,expel,Germany,\"Government (Russia)\",https://example.org/a\n" +
			"a2,2023-06-01,THREATEN,,\"Al \"\"X\"\" Front\",Kenya,\n", `
article: Event a1: Germany, SANCTION expel, Government (Russia) | https://example.org/a | Test Desk | 2023-06-01
named: Germany as Germany (PLACE)
named: Government (Russia) as Government (Russia) (ORGANIZATION)
claim: Germany EXPELLED Government (Russia) not=false ASSERTED 2023-06-01 role= in [a1,2023-06-01,SANCTION,expel,Germany,"Government (Russia)",https://example.org/a]
fault: file line 3: the name "Al \"X\" Front" does not stand in the row as it is written
`},
	{"events", "no header", "2015-03-01\tRussia\tUkraine\n", `
ends: file: the first line must name the columns: a date, a source and a target (or actor and recipient), and a CAMEO code or an event type
`},
	{"ftm", "our own links, in any order",
		`{"id":"l1","schema":"UnknownLink","properties":{"subject":["p1"],"object":["p2"],"role":["not: recognized (HEDGED)"],"summary":["Reportedly it has not recognized Donetsk"],"description":["Syria did not recognize Donetsk"],"date":["2022-06","2022-06-29"],"recordId":["st_1","art_1"]}}
{"id":"l2","schema":"UnknownLink","properties":{"subject":["p3"],"object":["p2"],"role":["visited"],"summary":["Ann Lee came to Donetsk"],"date":["2022-06-29"],"recordId":["art_1","st_2"]}}
{"id":"l3","schema":"UnknownLink","properties":{"subject":["p3"],"object":["p2"],"role":["holds office in"],"summary":["Ann Lee came to Donetsk"],"description":["Ann Lee holds office in Donetsk as head as such (2022)"],"date":["2022-06-29","2022"],"recordId":["art_1","st_2"]}}
{"id":"p1","schema":"PublicBody","properties":{"name":["Syria"],"keywords":["state","place"],"wikidataId":["Q858"]}}
{"id":"p2","schema":"LegalEntity","properties":{"name":["Donetsk"],"keywords":["place"]}}
{"id":"p3","schema":"Person","properties":{"name":["Ann Lee"]}}
{"id":"p4","schema":"Organization","properties":{"name":["Test Wire"]}}
{"id":"p5","schema":"Person","properties":{"name":["Bo Dean"]}}
{"id":"art_1","schema":"Article","properties":{"title":["Damascus follows"],"sourceUrl":["https://example.org/d"],"publisher":["Test Wire"],"author":["C. D."],"publishedAt":["2022-06-29"],"language":["en"]}}
{"id":"d1","schema":"Documentation","properties":{"document":["art_1"],"entity":["p4"]}}
{"id":"d2","schema":"Documentation","properties":{"document":["art_1"],"entity":["p5"]}}
`, `
article: Damascus follows | https://example.org/d | Test Wire | 2022-06-29
named: Syria as Syria (PLACE)
named: Donetsk as Donetsk (PLACE)
named: Ann Lee as Ann Lee (PERSON)
named: Donetsk as Donetsk (PLACE)
named: Bo Dean as Bo Dean (PERSON)
claim: Syria RECOGNIZED Donetsk not=true HEDGED 2022-06 role= in [Reportedly it has not recognized Donetsk]
claim: Ann Lee VISITED Donetsk not=false ASSERTED  role= in [Ann Lee came to Donetsk]
claim: Ann Lee HOLDS_OFFICE_IN Donetsk not=false ASSERTED 2022 role=head as such in [Ann Lee came to Donetsk]
`},
	{"ftm", "other people's links",
		`{"id":"a","schema":"Person","properties":{"name":["Ann Lee"]}}
{"id":"b","schema":"Company","properties":{"name":["Selm Harbour Ltd"]}}
{"id":"c","schema":"Directorship","properties":{"director":["a"],"organization":["b"],"role":["chair"],"startDate":["2019"],"sourceUrl":["https://register.example/b"]}}
{"id":"d","schema":"Ownership","properties":{"owner":["a"],"asset":["nobody"]}}
{"id":"e","schema":"Ownership","properties":{"owner":["a"]}}
{"id":"f","schema":"Vessel","properties":{"name":["Ever Late"]}}
{"id":"g","schema":"Person"}
{"id":"h","schema":"UnknownLink","properties":{"subject":["a"],"object":["b"],"role":["mumbled at"]}}
{"schema":"Person"}
[1]
`, `
left out: the Ownership e does not say whom it links
left out: Vessel f: the graph holds nothing like it
left out: the Person g has no name
fault: file line 9: it has no id or no schema
fault: file line 10: it is an array where an object is wanted
article: FollowTheMoney: https://register.example/b | https://register.example/b | Test Desk | 
named: Ann Lee as Ann Lee (PERSON)
named: Selm Harbour Ltd as Selm Harbour Ltd (ORGANIZATION)
claim: Ann Lee HOLDS_OFFICE_IN Selm Harbour Ltd not=false ASSERTED 2019 role=chair in [Ann Lee, Directorship, chair, Selm Harbour Ltd, 2019]
fault: file line 4: the Ownership leads to "nobody", which is no actor of the file
left out: file line 8: the role "mumbled at" is none of the predicates
article: FollowTheMoney: h |  | Test Desk | 
named: Ann Lee as Ann Lee (PERSON)
named: Selm Harbour Ltd as Selm Harbour Ltd (ORGANIZATION)
`},
	{"nanopub", "ours, others', and what cannot be taken",
		`@prefix np: <http://www.nanopub.org/nschema#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sayso: <urn:sayso:vocabulary:> .
@prefix npx: <http://purl.org/nanopub/x/> .
@prefix e: <http://example.org/> .
e:1head { e:1 a np:Nanopublication ; np:hasAssertion e:1a ; np:hasProvenance e:1p ; np:hasPublicationInfo e:1i . }
e:1a { e:c1 a rdf:Statement ; rdfs:label "Kenya did not recognize Kosovo" ; rdf:predicate sayso:RECOGNIZED ; rdf:subject e:kenya ; sayso:subjectText "Kenya" ;
  rdf:object e:kosovo ; sayso:objectText "Kosovo" ; sayso:negated true ; sayso:occurredOn "2024-05" . }
e:1p { e:1a prov:wasDerivedFrom e:st ; sayso:modality "HEDGED" .
  e:st prov:wasQuotedFrom e:art ; dct:date "2024-05-20" ; prov:wasAttributedTo e:ann ; sayso:speaker "Ann Lee" ;
    oa:hasTarget [ oa:hasSource e:art ; oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact "Kenya has not recognized it" ] ] .
  e:art dct:title "The vote" ; dct:date "2024-05-21" ; dct:publisher "Selm Courier" ; <https://schema.org/url> <https://example.org/vote> . }
e:1i { e:1 dct:created "2024-05-22T10:00:00Z" ; npx:hasSignature e:sig . }
e:2head { e:2 a np:Nanopublication ; np:hasAssertion e:2a ; np:hasProvenance e:2p ; np:hasPublicationInfo e:2i . }
e:2a { e:c2 a rdf:Statement ; rdf:predicate sayso:MET_WITH ; rdf:subject e:kenya ; sayso:subjectText "Kenya" ; sayso:objectText "a delegation" . }
e:2p { e:2a prov:wasDerivedFrom e:st . e:st oa:hasTarget [ oa:hasSelector [ oa:exact "Kenya has not recognized it" ] ] . }
e:2i { e:2 npx:supersedes e:1 . }
e:3i { e:3 dct:created "someday" . e:acme rdfs:label "Acme Group" . e:bob a <http://schema.org/Person> ; rdfs:label "Bob Roe" . }
e:3a { e:bob sayso:LEADS e:acme ; e:likes e:acme . }
e:3p { e:3a prov:wasAttributedTo e:curator . }
e:3head { e:3 a np:Nanopublication ; np:hasAssertion e:3a ; np:hasProvenance e:3p ; np:hasPublicationInfo e:3i . }
e:4head { e:4 a np:Nanopublication ; np:hasAssertion e:4a ; np:hasProvenance e:4p ; np:hasPublicationInfo e:4i . }
e:4a { e:gene e:regulates e:protein . }
e:5head { e:5 a np:Nanopublication ; np:hasAssertion e:5a ; np:hasProvenance e:5p ; np:hasPublicationInfo e:5i . }
e:5a { e:c5 a rdf:Statement ; rdf:predicate sayso:RECOGNIZED ; rdf:subject e:x ; rdf:object e:kosovo . }
e:6head { e:6 a np:Nanopublication ; np:hasAssertion e:6a ; np:hasProvenance e:6p . }
e:6a { e:c6 a rdf:Statement ; rdf:predicate sayso:RECOGNIZED ; sayso:subjectText "X" ; sayso:objectText "Y" . }
e:6p { e:6a prov:wasDerivedFrom e:old . e:old sayso:status "RETRACTED" . }
`, `
left out: its signature, which nobody has checked
left out: that it supersedes "http://example.org/1": what was taken in before stays until it is taken back here
article: The vote | https://example.org/vote | Selm Courier | 2024-05-21
named: Ann Lee as Ann Lee (PERSON)
named: Kenya as Kenya (PLACE)
named: Kosovo as Kosovo (PLACE)
said by "Ann Lee" 2024-05-20: [Kenya has not recognized it] <Ann Lee>
claim: Kenya RECOGNIZED Kosovo not=true HEDGED 2024-05 role= in [Kenya has not recognized it]
claim: Kenya MET_WITH a delegation not=false ASSERTED  role= in [Kenya has not recognized it]
left out: a date: "someday" is not a date; write 2022, 2022-08, 2022-08-17, 17 August 2022 or 2022-08-17T09:30:00Z
left out: http://example.org/3: the vocabulary has no predicate "http://example.org/likes"
article: Nanopublication: Bob Roe leads Acme Group. |  | Test Desk | 
named: Bob Roe as Bob Roe (PERSON)
named: Acme Group as Acme Group (ORGANIZATION)
claim: Bob Roe LEADS Acme Group not=false ASSERTED  role= in [Bob Roe leads Acme Group.]
fault: file line 26: nothing of its assertion can be taken: the vocabulary has no predicate "http://example.org/regulates"
fault: file line 28: nothing of its assertion can be taken: nothing says what "http://example.org/x" is called
fault: file line 30: its statement is RETRACTED; only statements that stand are taken
`},
	{"nanopub", "no nanopublication, and no TriG", "<s> <p> <o> .\n{", `
ends: file: line 2 is no TriG: a name or an address is wanted, and there stands the end of the file
`},
	{"nanopub", "nothing", "# nothing", `
ends: file has no nanopublication: no graph says that something is a np:Nanopublication
`},
}
