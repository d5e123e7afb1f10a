package layout

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// credit begins lines that only a newsroom writes.
	credit = regexp.MustCompile(`^(?i)[(\[—–-]*\s*((reporting|additional reporting|writing|written|edited|editing|compiled|production|graphics?|photographs?|photography|photos?|video|illustrations?)( and (writing|editing|reporting))? (by|from)\b|with (additional )?(reporting|files|inputs?|assistance|help) (by|from)\b|to contact the (reporter|editor|author|writer)s?\b|translated( from (the )?\p{L}+)? by\b|this (article|story|report) (originally|first) (appeared|ran)\b|sign up (for|to|here)\b|subscribe( to| here| now|$)|copyright (©|\(c\)|\d)|©|material from\b|all rights reserved|click here\b|(tap|scroll) (here|down)\b|story continues\b|article continues\b|advertisement[)\]]?$|jump to:|image (caption|source|copyright)\b|(media|photo|video) caption\b|follow (@|(him|her|them|us|me)\b|[^.]{2,60} on (twitter|facebook|instagram|x|telegram)\b)|(contact|reach|e-?mail) (the (reporter|author|writer|reporters|authors)|us|him|her|them)\b|getty images$|pic\.twitter\.com|contributing (reporters?|writers?|to this)\b)`)
	// labelled begins lines with what stands behind a colon: "Read more: …", "Photo: …".
	labelled = regexp.MustCompile(`^(?i)((?:fig|figure|table|chart|map|box|graph)\.? \d{1,2}[a-z]?|contributing|contributors?|sources?|photos?|photo(graph)? credit|file photo|images?|image credit|pictures?|photographs?|words|text|artwork|maps|translation|interview by|video|graphics?|illustrations?|credits?|caption|read more|read also|also read|see also|see more|more|related|related (stories|story|articles?|news|coverage)|watch|listen|gallery|in pictures|explore|tags?|topics?|filed under|share( this)?|newsletter|further reading|more on this( story)?|don't miss|recommended|most read|contact|follow)( on [a-z ]{2,20})?:`)
	// sole are whole lines of the same kind, without a colon.
	sole = regexp.MustCompile(`^(?i)(read more|related|related (stories|articles|news|coverage)|see also|share|contributors|source|photo|image|copyright|subscribe|sign up)$`)
	// photo ends captions: whose picture it is.
	photo = regexp.MustCompile(`\s*(\((?i:photo|photograph|image|picture|file photo)s?(?i: by|:| courtesy of)[^()]{2,90}\)|(REUTERS|AP Photo|AFP|EPA|AFP PHOTO)/[^/.!?]{2,50}(/[^.!?]{2,30})?|(?i:photographs?|photos?|images?|pictures?|credit|graphic|illustration|video)(?i: by|: ?by|:) \p{Lu}[\p{L}'.-]+( \p{Lu}[\p{L}'.-]+){1,3}|\((AP|AFP|EPA|Reuters|Getty Images|REUTERS) ?(Photo)?/[^()]{2,60}\)|\((\p{Lu}[\p{L}'.-]* ){1,3}(Agency|Images|Pictures|Press|Photos|Photo Agency)\)|(?i:photo(graph)?( credit)?|image): [^.:!?]{2,60}(/|, )[^.!?]{2,40})[. ]*$`)
	// contributed is a sentence that names who helped.
	contributed = regexp.MustCompile(`^(?i)[(\[]?[^.:"]{3,240}(\. ?[^.:"]{1,120}){0,2} contributed (to this (report|story|article|dispatch)|(to )?reporting|research)\b[^.]{0,60}[.)\]]*$`)
	byline      = regexp.MustCompile(`^(?i:by|written by|story by|text by|words by) (.{3,120})$`)
	// staff is a name with what its bearer does at the paper.
	staff      = regexp.MustCompile(`^\p{Lu}[\p{L}'.-]+( \p{Lu}[\p{L}'.-]*){1,3}(,| [|]| -) (?i:[a-z, &]{0,40}(staff|senior|special|chief|freelance)? ?(writer|reporter|correspondent|editor|columnist|contributor|producer)s?)$`)
	address    = regexp.MustCompile(`^\S+@\S+\.\S+$|^(https?://|www\.)\S+$`)
	stampFront = regexp.MustCompile(`^(?i)((first |originally )?(published|posted|updated)|last (updated|modified))\b( on| at)?:?`)
	clock      = regexp.MustCompile(`(?i)\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\b\d{4}\b|\b\d+ (minutes?|hours?|days?) ago\b`)
)

// isCredit reports whether a line says who made the article or its pictures, or leads elsewhere.
func isCredit(line string) bool {
	if credit.MatchString(line) || labelled.MatchString(line) || sole.MatchString(line) || address.MatchString(line) ||
		contributed.MatchString(line) {
		return true
	}
	at := photo.FindStringIndex(line)
	return at != nil && at[0] == 0
}

// isByline reports whether a line names the authors: "By" and names, or a name with a post at the paper.
func isByline(line string) bool {
	if staff.MatchString(line) {
		return true
	}
	m := byline.FindStringSubmatch(strings.TrimSuffix(line, ":"))
	if m == nil {
		return false
	}
	fields := strings.Fields(m[1])
	if len(fields) > 16 {
		return false
	}
	capital := 0
	for _, w := range fields {
		switch r := []rune(w)[0]; {
		case unicode.IsUpper(r):
			capital++
		case strings.ContainsAny(w, "@|") || !unicode.IsLetter(r) || bylineWord[strings.Trim(w, ",;")]:
		default:
			return false
		}
		if strings.HasSuffix(w, ".") && len([]rune(w)) > 3 || strings.ContainsAny(w, "!?") {
			return false
		}
	}
	return capital > 0
}

// bylineWord holds the small words of bylines.
var bylineWord = lists.Of("bylineWord")

// isStamp reports whether a line only says when the article was published.
func isStamp(line string) bool {
	return len(line) <= 120 && stampFront.MatchString(line) && clock.MatchString(line) && len(strings.Fields(line)) <= 16
}
