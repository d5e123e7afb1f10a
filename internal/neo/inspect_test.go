package neo

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// inspectedOne gives the faults of one invariant.
func inspectedOne(t *testing.T, s *Store, invariant, by string) []kg.Fault {
	t.Helper()
	var faults []kg.Fault
	for after, more := "", true; more; {
		part, err := s.Inspect(context.Background(), invariant, after, by)
		if err != nil {
			t.Fatalf("%s: %v", invariant, err)
		}
		faults = append(faults, part.Faults...)
		after, more = part.After, part.After != ""
	}
	return faults
}

// inspected looks at a whole graph and gives the faults by invariant, and how many things were looked at.
func inspected(t *testing.T, s *Store, by string) (map[string][]kg.Fault, map[string]int) {
	t.Helper()
	faults, looked := map[string][]kg.Fault{}, map[string]int{}
	for _, inv := range s.Invariants() {
		for after, more := "", true; more; {
			part, err := s.Inspect(context.Background(), inv.Name, after, by)
			if err != nil {
				t.Fatalf("%s: %v", inv.Name, err)
			}
			looked[inv.Name] += part.Looked
			if len(part.Faults) > 0 {
				faults[inv.Name] = append(faults[inv.Name], part.Faults...)
			}
			after, more = part.After, part.After != ""
		}
	}
	return faults, looked
}

// lived is a graph in which all that a writer does was done: saved, saved again, copied, judged, split, undone, reviewed, retracted, corrected, deleted.
func lived(t *testing.T) *Store {
	t.Helper()
	ctx := context.Background()
	s := open(t)
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(nil, s.SavePredicates(ctx, kgtest.Predicates()))
	records := append(kgtest.Recognitions(), kgtest.Relations()...)
	long := strings.Repeat("The council of Gorland met for the third time this week and found no way to pay for the bridge over the river. ", 2) +
		"The mayor of a small town far from there, who had waited since the spring, went home without a word to anybody. Gorland sanctioned Ironia."
	sanctioned := kgtest.Said{Sentence: "Gorland sanctioned Ironia", Subject: "Gorland", Predicate: "SANCTIONED", Object: "Ironia"}
	records = append(records, kgtest.Record(long, "Wire", "2021-06-02", sanctioned), kgtest.Record(long+" More follows.", "Copy", "2021-06-03", sanctioned))
	for _, r := range records {
		must(s.Save(ctx, r))
		must(s.Save(ctx, r))
	}
	at := func(name string) string { return kg.EntityID(kg.Place, name) }
	undone, err := s.Judge(ctx, kg.Judgement{Left: at("Cesland"), Right: at("Forland"), Verdict: kg.Same, By: "me", Reason: "one state"})
	must(nil, err)
	must(s.Judge(ctx, kg.Judgement{Left: at("Arland"), Right: at("Erland"), Verdict: kg.Same, By: "me", Reason: "one state"}))
	must(s.Judge(ctx, kg.Judgement{Left: at("Gorland"), Verdict: kg.Split, Articles: []string{records[3].Article.ID}, By: "me", Reason: "two", Name: "Gorland the town"}))
	must(s.UndoJudgement(ctx, undone[0].ID, "me", "they are two"))
	must(nil, s.Review(ctx, kg.Decision{Statement: records[0].Statements[0].ID, By: "me", Reason: "looked"}, kg.Accepted))
	must(nil, s.Retract(ctx, kg.Decision{Statement: records[1].Statements[0].ID, By: "me", Reason: "taken back"}))
	must(s.DeleteArticle(ctx, records[2].Article.ID, "me", "not ours"))
	must(s.Rate(ctx, kg.Rating{Of: at("Horland"), Grade: "B", By: "me", Reason: "track record"}))
	return s
}

// TestAnHonestGraphIsClean: whatever a writer has done, no invariant is broken, and a repair changes nothing.
func TestAnHonestGraphIsClean(t *testing.T) {
	s := lived(t)
	before, _ := s.LastChange(context.Background())
	faults, looked := inspected(t, s, "me")
	for name, f := range faults {
		t.Errorf("%s: %v", name, f)
	}
	for _, inv := range s.Invariants() {
		if looked[inv.Name] == 0 {
			t.Errorf("%s looked at nothing", inv.Name)
		}
	}
	if after, _ := s.LastChange(context.Background()); after != before {
		t.Errorf("a check of a clean graph wrote %d changes", after-before)
	}
}

// breaks are ways to break an honest graph by hand: which invariant finds it, what it says, and whether a repair mends all of it.
var breaks = []struct {
	name, cypher, invariant, says string
	undo                          string // takes the break back where no repair can; "" where a repair does
}{
	{"a text is changed", "MATCH (a:Article) WITH a LIMIT 1 SET a.text = a.text + '.'", "texts", "its hash is",
		"MATCH (a:Article) WITH a LIMIT 1 SET a.text = left(a.text, size(a.text) - 1)"},
	{"a quote is changed", "MATCH (s:Statement) WITH s LIMIT 1 SET s.was = s.quoteExact, s.quoteExact = 'never said'", "quotes", `the quote "never said"`,
		"MATCH (s:Statement) WHERE s.was IS NOT NULL SET s.quoteExact = s.was, s.was = null"},
	{"a quote is moved", "MATCH (s:Statement) WITH s LIMIT 1 SET s.quoteStart = s.quoteStart + 1, s.quoteEnd = s.quoteEnd + 1", "quotes", "does not stand at",
		"MATCH (s:Statement) WITH s LIMIT 1 SET s.quoteStart = s.quoteStart - 1, s.quoteEnd = s.quoteEnd - 1"},
	{"a quote lies behind the end", "MATCH (s:Statement) WITH s LIMIT 1 SET s.was = s.quoteEnd, s.quoteEnd = 1000000", "quotes", "1000000",
		"MATCH (s:Statement) WHERE s.was IS NOT NULL SET s.quoteEnd = s.was, s.was = null"},
	{"evidence is changed", "MATCH ()-[r:ASSERTS]->() WITH r LIMIT 1 SET r.was = r.text, r.text = 'no evidence'", "quotes", "evidence of a claim",
		"MATCH ()-[r:ASSERTS]->() WHERE r.was IS NOT NULL SET r.text = r.was, r.was = null"},
	{"a mention is moved", "MATCH (:Statement)-[r:MENTIONS]->() WITH r LIMIT 1 SET r.was = r.start, r.start = r.start + 1", "quotes", "mention",
		"MATCH ()-[r:MENTIONS]->() WHERE r.was IS NOT NULL SET r.start = r.was, r.was = null"},
	{"a name in an article is changed", "MATCH ()-[r:NAMES]->() WITH r LIMIT 1 SET r.was = r.texts, r.texts = ['Nobody'] + r.texts[1..]", "quotes", `name "Nobody"`,
		"MATCH ()-[r:NAMES]->() WHERE r.was IS NOT NULL SET r.texts = r.was, r.was = null"},
	{"a statement loses its article", "MATCH (s:Statement)-[r:FROM]->(a) WITH s, a, r LIMIT 1 SET s.was = a.id DELETE r", "statements", "belongs to 0 articles",
		"MATCH (s:Statement) WHERE s.was IS NOT NULL MATCH (a:Article {id: s.was}) CREATE (s)-[:FROM]->(a) SET s.was = null"},
	{"a statement is of another kind", "MATCH (s:Statement {kind: 'NARRATED'}) WITH s LIMIT 1 SET s.was = s.kind, s.kind = 'SPEECH'", "statements", "hash",
		"MATCH (s:Statement) WHERE s.was IS NOT NULL SET s.kind = s.was, s.was = null"},
	{"a claim is turned round", "MATCH (c:Claim) WHERE NOT c.negated WITH c LIMIT 1 SET c.was = c.negated, c.negated = true", "claims", "hash of its parts",
		"MATCH (c:Claim) WHERE c.was IS NOT NULL SET c.negated = c.was, c.was = null"},
	{"a claim gets a second object", "MATCH (c:Claim)-[:OBJECT]->(e) WITH c, e LIMIT 1 MATCH (o:Entity) WHERE o <> e WITH c, o LIMIT 1 CREATE (c)-[:OBJECT {was: 1}]->(o)", "claims", "2 objects",
		"MATCH ()-[r:OBJECT]->() WHERE r.was IS NOT NULL DELETE r"},
	{"a judgement is cut loose", "MATCH (:Judgement)-[r:ABOUT]->() WITH r LIMIT 1 DELETE r", "judgements", "not tied", ""},
	{"a judgement is not told", "MATCH (j:Judgement {verdict: 'SAME', status: 'ACTIVE'})<-[r:CONCERNS]-() DELETE r", "judgements", "not in the change feed", ""},
	{"an undoing is not told", "MATCH (j:Judgement {status: 'UNDONE'})<-[r:CONCERNS]-(c) WHERE c.kind = 'JUDGEMENT_UNDONE' DELETE r", "judgements", "by whom", ""},
	{"a hidden actor is shown", "MATCH (m:Merged)-[r:MERGED_INTO]->() WITH m, r LIMIT 1 DELETE r REMOVE m:Merged SET m:Entity:$(m.type)", "identity", "shown as itself", ""},
	{"a hidden actor leads to another", "MATCH (m:Merged)-[r:MERGED_INTO]->(e) WITH m, r, e LIMIT 1 MATCH (o:Entity) WHERE o <> e WITH m, r, o LIMIT 1 DELETE r CREATE (m)-[:MERGED_INTO]->(o)",
		"identity", "shown as another", ""},
	{"a hidden actor is looked up", "MATCH (m:Merged) WITH m LIMIT 1 MATCH (n:Name) WITH m, n LIMIT 1 CREATE (m)-[:CALLED {was: 1}]->(n)", "merged", "looked up by name",
		"MATCH ()-[r:CALLED]->() WHERE r.was IS NOT NULL DELETE r"},
	{"a speaker is another one", "MATCH (s:Statement)-[r:SAID_BY]->(e) WHERE r.entity IS NOT NULL OR true WITH s, r, e LIMIT 1 MATCH (o:Entity) WHERE o <> e WITH s, r, e, o LIMIT 1 " +
		"CREATE (s)-[n:SAID_BY]->(o) SET n = properties(r), n.entity = e.id DELETE r", "ends", "SAID_BY leads to", ""},
	{"an outlet is another one", "MATCH (a:Article)-[r:PUBLISHED_BY]->(e) WITH a, r, e LIMIT 1 MATCH (o:Entity) WHERE o <> e WITH a, r, e, o LIMIT 1 " +
		"CREATE (a)-[:PUBLISHED_BY {entity: e.id}]->(o) DELETE r", "ends", "PUBLISHED_BY leads to", ""},
	{"a name leads nowhere", "MATCH (:Entity)-[r:CALLED]->() WITH r LIMIT 1 DELETE r", "names", "cannot be looked up", ""},
	{"an actor whom nothing names", "CREATE (:Entity:Place {id: 'ent_lonely', type: 'Place', name: 'Nowhere', aliases: []})", "actors", "Nowhere", ""},
	{"a retracted statement counts", "MATCH (s:Statement:Lapsed) WITH s LIMIT 1 REMOVE s:Lapsed", "lapsed", "not marked", ""},
	{"a statement that stands is marked", "MATCH (s:Statement {status: 'CURRENT'}) WITH s LIMIT 1 SET s:Lapsed", "lapsed", "marked as lapsed", ""},
	{"a copy has an origin of its own", "MATCH (a:Article)-[:COPY_OF]-() WITH a ORDER BY a.originId, a.id LIMIT 2 SET a.originId = a.id", "origins", "its origin is", ""},
	{"an article has no origin", "MATCH (a:Article) WITH a LIMIT 1 SET a.originId = null", "origins", "not known", ""},
	{"a claim counts wrongly", "MATCH (c:Claim) WITH c LIMIT 1 SET c.statements = 17", "counters", "counts 17 statements", ""},
	{"a claim counts other origins", "MATCH (c:Claim) WITH c LIMIT 1 SET c.origins = 0", "counters", "origins", ""},
	{"a claim was said on other days", "MATCH (c:Claim) WITH c LIMIT 1 SET c.firstOn = '1999'", "counters", "other days", ""},
	{"a claim is contested by nobody", "MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:CONTRADICTS]-() } WITH c LIMIT 1 SET c.contested = true", "counters", "contested", ""},
	{"a claim is marked as lapsed", "MATCH (c:Claim) WHERE NOT c:Lapsed WITH c LIMIT 1 SET c:Lapsed", "counters", "marked as lapsed", ""},
	{"a claim that nobody makes", "MATCH (p:Predicate {id: 'RECOGNIZED'}) CREATE (c:Claim {id: 'cl_idle', predicate: 'RECOGNIZED', negated: false, text: 'x', statements: 0, origins: 0})-[:OF]->(p)",
		"counters", "made by no statement", ""},
	{"two edges for one pair", "MATCH (a:Entity)-[r:SANCTIONED]->(b:Entity) WITH a, r, b LIMIT 1 CREATE (a)-[n:SANCTIONED]->(b) SET n = properties(r)", "shortcuts", "2 edges", ""},
	{"an edge counts wrongly", "MATCH (:Entity)-[r:SANCTIONED]->(:Entity) WITH r LIMIT 1 SET r.statements = 9", "shortcuts", "does not count", ""},
	{"an edge has other days", "MATCH (:Entity)-[r:SANCTIONED]->(:Entity) WITH r LIMIT 1 SET r.lastOn = '2031'", "shortcuts", "days", ""},
	{"an edge names a claim twice", "MATCH (:Entity)-[r:SANCTIONED]->(:Entity) WITH r LIMIT 1 SET r.claimIds = r.claimIds + r.claimIds", "shortcuts", "of which", ""},
	{"an edge is drawn by hand", "MATCH (a:Entity) WITH a LIMIT 1 MATCH (b:Entity) WHERE b <> a WITH a, b LIMIT 1 CREATE (a)-[:PRAISED]->(b)", "shortcuts", "without claims", ""},
	{"an edge of a pair without claims", "MATCH (a:Entity) WITH a LIMIT 1 MATCH (b:Entity) WHERE b <> a WITH a, b LIMIT 1 CREATE (a)-[:PRAISED {claimIds: ['cl_x'], claims: 1}]->(b)",
		"shortcuts", "of which 0", ""},
	{"an edge of two leads the other way", "MATCH (a:Entity)-[r:MET_WITH]->(b:Entity) WITH a, r, b LIMIT 1 CREATE (b)-[n:MET_WITH]->(a) SET n = properties(r) DELETE r", "shortcuts", "greater id", ""},
	{"an edge is lost", "MATCH (:Entity)-[r:SANCTIONED]->(:Entity) WITH r LIMIT 1 DELETE r", "drawn", "no edge between", ""},
	{"an article is not told", "MATCH (a:Article) WITH a LIMIT 1 MATCH (a)<-[r:CONCERNS]-() DELETE r", "told", "not in the change feed", ""},
	{"an entry of the feed is lost", "MATCH (c:Change {seq: 3}) SET c.seq = -3", "feed", "with the number 3",
		"MATCH (c:Change {seq: -3}) SET c.seq = 3"},
	{"the counter is behind", "MATCH (o:Outbox) SET o.last = o.last - 2", "counter", "stands at", ""},
	{"the counter is ahead", "MATCH (o:Outbox) SET o.last = o.last + 2", "counter", "stands at",
		"MATCH (o:Outbox) SET o.last = o.last - 2"},
}

// TestBrokenInvariants breaks a graph in every way, and sees it found; what can be is repaired, and then nothing is wrong any more.
func TestBrokenInvariants(t *testing.T) {
	s := lived(t)
	for _, b := range breaks {
		t.Run(b.name, func(t *testing.T) {
			raw(t, s, b.cypher)
			faults := inspectedOne(t, s, b.invariant, "")
			if !says(faults, b.says) {
				t.Errorf("%s does not say %q: %v", b.invariant, b.says, faults)
			}
			for _, f := range faults {
				if f.Repaired {
					t.Errorf("repaired without being asked: %v", f)
				}
			}
			if b.undo != "" {
				if left := inspectedOne(t, s, b.invariant, "me"); !says(left, b.says) {
					t.Errorf("%s is told no more, and nothing can mend it: %v", b.invariant, left)
				}
				if adviceOf(s, b.invariant) == "" {
					t.Errorf("%s cannot be mended and says nothing of what to do", b.invariant)
				}
				raw(t, s, b.undo)
			}
			inspected(t, s, "me")
			if left, _ := inspected(t, s, ""); len(left) > 0 {
				t.Fatalf("after the repair: %v", left)
			}
		})
	}
	covered := map[string]bool{}
	for _, b := range breaks {
		covered[b.invariant] = true
	}
	for _, inv := range (&Store{}).Invariants() {
		if !covered[inv.Name] {
			t.Errorf("no break shows that %s is found", inv.Name)
		}
	}
}

func adviceOf(s *Store, name string) string {
	for _, inv := range s.Invariants() {
		if inv.Name == name {
			return inv.Advice
		}
	}
	return ""
}

func says(faults []kg.Fault, words string) bool {
	return slices.ContainsFunc(faults, func(f kg.Fault) bool { return strings.Contains(f.What, words) })
}

// raw writes around the store. What it writes must change something.
func raw(t *testing.T, s *Store, cypher string) {
	t.Helper()
	err := s.write(context.Background(), func(tx transaction) error {
		result, err := tx.tx.Run(tx.ctx, cypher, nil)
		if err != nil {
			return err
		}
		summary, err := result.Consume(tx.ctx)
		if err == nil && !summary.Counters().ContainsUpdates() {
			t.Fatalf("%s changes nothing", cypher)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
