package syntax_test

import (
	"testing"

	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
	"sayso/internal/read/syntax"
)

// parse analyses one line as the reader does.
func parse(t *testing.T, text string) *syntax.Document {
	t.Helper()
	pipeline, err := nlp.English()
	if err != nil {
		t.Fatal(err)
	}
	original := []rune(text)
	normal := layout.Normalize(text)
	segments := layout.Segments(normal, original)
	var spans []nlp.Span
	var paragraphs [][2]int
	for _, s := range segments {
		spans = append(spans, nlp.Span{Start: s.Start, End: s.End})
		paragraphs = append(paragraphs, [2]int{s.Start, s.End})
	}
	doc := pipeline.Analyze(string(normal), spans)
	return syntax.New(normal, original, segments, quotation.Find(original, paragraphs), doc.Tokens)
}

// TestMends looks at one edge of each kind of tree that is put right.
func TestMends(t *testing.T) {
	for _, c := range []struct{ text, word, head, dep string }{
		{"Qatar, together with Egypt, has for months negotiated with Hamas and Israel over the release of the hostages.", "Qatar", "negotiated", "nsubj"},
		{"The United Nations called on both sides to release all prisoners and urged Ethiopia to withdraw.", "urged", "called", "conj"},
		{"Gunmen stormed the village before dawn, residents said, and abducted three teachers.", "abducted", "stormed", "conj"},
		{"Kosovo would become a member of the Council of Europe and Serbia would withdraw its police from the north.", "Serbia", "withdraw", "nsubj"},
		{"At least 37 people were killed and more than 120 injured on Tuesday.", "120", "injured", "nsubjpass"},
		{"A farmer was shot dead and his brother beaten by soldiers.", "brother", "beaten", "nsubjpass"},
		{"Turkish police arrested the mayor of Istanbul, Ekrem Imamoglu, at his home.", "Imamoglu", "mayor", "appos"},
		{"Tanzania and Rwanda, both members of the East African Community, opposed the plan.", "members", "Tanzania", "appos"},
		{"Russia invaded Georgia in 2008 and Ukraine in 2022.", "Ukraine", "Georgia", "conj"},
		{"Far from condemning the coup, the country's leader, Ibrahim Traore, praised the officers.", "leader", "praised", "nsubj"},
		{"The editor and founder Jane Roe resigned on Monday.", "Roe", "resigned", "nsubj"},
		{"A doctor and lawyer Jane Roe left the city.", "doctor", "left", "nsubj"},
		{"The head of the Budget Committee Rep. Jane Roe said on Monday that it was late.", "Roe", "head", "appos"},
		{"Russian President Boris Roe on Saturday hosted Japanese Prime Minister Ryo Tan in this city for a meeting.", "Roe", "hosted", "nsubj"},
		{"The European Union on Tuesday imposed sanctions on Jane Roe.", "Union", "imposed", "nsubj"},
		{"Britain on Thursday imposed sanctions on Jane Roe, the president of Lipova, and on Nord Holding.", "Holding", "Roe", "conj"},
		{"The minister has suspended the police chief of Bucharest, Marin Roe, and ordered an inquiry.", "Roe", "chief", "appos"},
		{"The party expelled Senator Julia Ferro and Deputies Pablo Rey and Maria Duarte.", "Deputies", "Rey", "compound"},
	} {
		d := parse(t, c.text)
		found := false
		for i, tok := range d.Tokens {
			if tok.Text != c.word {
				continue
			}
			found = true
			if head := d.Tokens[tok.Head].Text; head != c.head || tok.Dep != c.dep {
				t.Errorf(
					"%s\n%s (token %d) is the %s of %s, want the %s of %s",
					c.text,
					c.word,
					i,
					tok.Dep,
					head,
					c.dep,
					c.head,
				)
			}
		}
		if !found {
			t.Errorf("%q has no token %q", c.text, c.word)
		}
	}
}

// TestMendsKeepTrees checks that every token still reaches a root, whatever stands in the text.
func TestMendsKeepTrees(t *testing.T) {
	for _, text := range []string{"", "-", "vice-president-elect-", "A, B, both, C opposed", "has for has for negotiated", "X was shot and Y - Z beaten, said, and said.",
		"the mayor of X, Y, of Z, W and V would, would and would", "in 2008 and in 2009 and 2010 and 2011"} {
		d := parse(t, text)
		for i := range d.Tokens {
			at := i
			for n := 0; d.Tokens[at].Head != at; n++ {
				if n > len(d.Tokens) {
					t.Fatalf("%q: token %d reaches no root", text, i)
				}
				at = d.Tokens[at].Head
			}
		}
	}
}
