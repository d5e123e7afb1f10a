package graph

import (
	"context"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"sayso/internal/access"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// curate carries out a mutation by which people decide something, and gives the id of what it made or changed. ok is
// false for other mutations.
func (a *answerer) curate(ctx context.Context, s compile.Selection) (id string, ok bool, err error) {
	m := curation{ctx: ctx, store: a.curator, args: s.Args}
	switch s.Name {
	case "judge":
		id, err = m.judge(kg.Judgement{
			Left: m.text("left"), Right: m.text("right"), Verdict: kg.Verdict(m.text("verdict")), Force: m.args["force"] == true,
		})
	case "split":
		id, err = m.judge(kg.Judgement{
			Left: m.text("actor"), Verdict: kg.Split, Articles: m.texts("articles"), Name: m.text("name"),
		})
	case "undo":
		id = m.text("judgement")
		_, err = m.store.UndoJudgement(ctx, id, m.by(), m.text("reason"))
	case "review":
		id, err = m.text("statement"), m.store.Review(ctx, m.decision(), kg.Review(m.text("review")))
	case "retract":
		id, err = m.text("statement"), m.store.Retract(ctx, m.decision())
	case "markCorrection":
		holds, _ := s.Args["holds"].(bool)
		id = m.text("article")
		err = m.store.MarkCorrection(ctx, kg.ArticleCorrection{
			Article: id, Corrects: m.text("corrects"), Holds: holds, By: m.by(), Reason: m.text("reason"),
		})
	case "deleteArticle":
		id, err = m.store.DeleteArticle(ctx, m.text("article"), m.by(), m.text("reason"))
	case "correct":
		id, err = m.statement("correction", m.text("statement"))
	case "addStatement":
		id, err = m.statement("statement", "")
	case "rateSource":
		id, err = m.rate(m.text("source"), m.text("reliability"))
	case "rateStatement":
		id, err = m.rate(m.text("statement"), strconv.Itoa(m.number("credibility")))
	case "changePredicate":
		id, err = m.predicate(a.vocabulary)
	default:
		return "", false, nil
	}
	return id, true, err
}

// mutate answers a curation's selection from the graph as it is behind it.
func (a *answerer) mutate(ctx context.Context, s compile.Selection) (data []byte, ok bool, err error) {
	id, ok, err := a.curate(ctx, s)
	if !ok || err != nil {
		return nil, ok, err
	}
	plan, err := a.atlas.At(a.now()).CompileByID(s, id)
	if err != nil {
		return nil, true, err
	}
	data, _, err = a.run(ctx, plan)
	return data, true, err
}

// curation reads the arguments of one mutation; the schema has checked their types.
type curation struct {
	ctx   context.Context
	store kg.Curator
	args  map[string]any
}

func (m curation) text(name string) string { return textOf(m.args[name]) }

func textOf(v any) string { s, _ := v.(string); return s }

// by is under whose name the decision is recorded: who is signed in, or the name that was typed where the server asks
// for no keys.
func (m curation) by() string { return access.Of(m.ctx).By(m.text("by")) }

func (m curation) number(name string) int {
	n, err := graphql.UnmarshalInt(m.args[name])
	if err != nil {
		return 0
	}
	return n
}

func (m curation) texts(name string) []string { return textsOf(m.args[name]) }

func textsOf(v any) []string {
	var out []string
	list, _ := v.([]any)
	for _, x := range list {
		out = append(out, textOf(x))
	}
	return out
}

func (m curation) decision() kg.Decision {
	return kg.Decision{
		Statement: m.text("statement"), By: m.by(), Reason: m.text("reason"), Version: m.number("version"),
		Notice: m.notice(),
	}
}

// notice reads where a statement is taken back, nil where nothing is said of it.
func (m curation) notice() *kg.Notice {
	in, given := m.args["notice"].(map[string]any)
	if !given {
		return nil
	}
	f := curation{args: in}
	return &kg.Notice{
		Article: f.text("article"), On: kg.Date(f.text("on")), Exact: f.text("exact"), Start: f.number("start"),
		End: f.number("end"),
	}
}

func (m curation) judge(j kg.Judgement) (string, error) {
	j.By, j.Reason = m.by(), m.text("reason")
	if (j.Verdict == kg.Split) != (len(j.Articles) > 0) {
		return "", kg.Errorf(kg.Invalid, "SPLIT is judged by the mutation split, with the articles in which the name "+
			"belongs to somebody else")
	}
	done, err := m.store.Judge(m.ctx, j)
	if err != nil {
		return "", err
	}
	return done[0].ID, nil
}

func (m curation) rate(of, grade string) (string, error) {
	return m.store.Rate(m.ctx, kg.Rating{Of: of, Grade: grade, By: m.by(), Reason: m.text("reason")})
}

// statement adds a statement by hand, in the place of another one where corrects is given.
func (m curation) statement(arg, corrects string) (string, error) {
	in, _ := m.args[arg].(map[string]any)
	f := curation{args: in}
	h := kg.ManualStatement{Article: f.text("article"), Exact: f.text("exact"), Start: f.number("start"),
		End: f.number("end"), Kind: kg.StatementKind(f.text("kind")),
		Modality: kg.Modality(f.text("modality")), Speaker: f.text("speaker"), Via: f.texts("via"),
		UtteredOn: kg.Date(f.text("utteredOn")), Corrects: corrects}
	claims, _ := in["claims"].([]any)
	for _, c := range claims {
		object, _ := c.(map[string]any)
		claim, err := curation{args: object}.claim()
		if err != nil {
			return "", err
		}
		h.Claims = append(h.Claims, claim)
	}
	d := m.decision()
	d.Statement = corrects
	return m.store.AddStatement(m.ctx, h, d)
}

func (m curation) claim() (kg.HandClaim, error) {
	negated, _ := m.args["negated"].(bool)
	c := kg.HandClaim{Predicate: kg.PredicateID(m.text("predicate")), SubjectID: m.text("subjectId"),
		Subject: m.text("subject"), ObjectID: m.text("objectId"),
		Object: m.text("object"), Negated: negated, Modality: kg.Modality(m.text("modality")), Role: m.text("role"),
		OccurredOn: kg.Date(m.text("occurredOn"))}
	if m.args["quantity"] != nil {
		value, err := graphql.UnmarshalFloat(m.args["quantity"])
		if err != nil {
			return c, kg.Errorf(kg.Invalid, "quantity: %w", err)
		}
		bound := kg.Bound(m.text("bound"))
		if bound == "EXACTLY" {
			bound = kg.Exactly
		}
		c.Quantity = &kg.Quantity{Value: value, Unit: m.text("unit"), Bound: bound}
	}
	return c, nil
}

// predicate adds to the vocabulary, in the graph and in this server at once.
func (m curation) predicate(v *kg.Vocabulary) (string, error) {
	in, _ := m.args["predicate"].(map[string]any)
	f := curation{args: in}
	p := kg.Predicate{ID: kg.PredicateID(f.text("id")), Label: f.text("label"), Means: f.text("means"),
		Synonyms: f.texts("synonyms"), Inverse: f.text("inverse"),
		Family: f.text("family")}
	added, err := m.store.ChangePredicate(m.ctx, p, m.by(), m.text("reason"))
	if err != nil {
		return "", err
	}
	return string(p.ID), v.Extend(added)
}
