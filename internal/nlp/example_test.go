package nlp_test

import (
	"fmt"

	"sayso/internal/nlp"
)

func ExamplePipeline_Analyze() {
	p, err := nlp.English()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := p.Analyze("Syria recognized Donetsk on Wednesday.", nil)
	for _, t := range doc.Tokens {
		fmt.Println(t.Text, t.Pos, t.Lemma, t.Dep, doc.Tokens[t.Head].Text, t.Ent)
	}
	// Output:
	// Syria PROPN Syria nsubj recognized B-GPE
	// recognized VERB recognize ROOT recognized O
	// Donetsk PROPN Donetsk dobj recognized O
	// on ADP on prep recognized O
	// Wednesday PROPN Wednesday pobj on B-DATE
	// . PUNCT . punct recognized O
}
