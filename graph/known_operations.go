package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"sayso/internal/access"
	"sayso/internal/kg"
)

// KnownOperations are the operations that a server takes where it takes no others. What counts is what an operation
// says, with the fragments that it spreads, not how it is laid out. The zero value knows none.
type KnownOperations struct {
	digests map[operationDigest]bool
}

type operationDigest [sha256.Size]byte

// Add takes in the operations of documents that belong together: each may spread the fragments of all. name is told in
// errors.
func (k *KnownOperations) Add(name string, documents ...string) error {
	var all ast.QueryDocument
	for _, text := range documents {
		doc, err := parser.ParseQuery(&ast.Source{Name: name, Input: text})
		if err != nil {
			return kg.Errorf(kg.Invalid, "%s is no GraphQL document: %v", name, err)
		}
		all.Operations = append(all.Operations, doc.Operations...)
		all.Fragments = append(all.Fragments, doc.Fragments...)
	}
	if k.digests == nil {
		k.digests = map[operationDigest]bool{}
	}
	for _, op := range all.Operations {
		k.digests[digestOf(op, all.Fragments)] = true
	}
	return nil
}

// Count is how many there are.
func (k *KnownOperations) Count() int { return len(k.digests) }

// digestOf is the same for operations that say the same.
func digestOf(op *ast.OperationDefinition, fragments ast.FragmentDefinitionList) operationDigest {
	return sha256.Sum256([]byte(operationText(op, fragments)))
}

// operationText writes an operation with the fragments that it spreads, and no others.
func operationText(op *ast.OperationDefinition, fragments ast.FragmentDefinitionList) string {
	spread := map[string]*ast.FragmentDefinition{}
	spreadIn(op.SelectionSet, fragments, spread)
	doc := ast.QueryDocument{Operations: ast.OperationList{op}}
	for _, f := range spread {
		doc.Fragments = append(doc.Fragments, f)
	}
	slices.SortFunc(doc.Fragments, func(a, b *ast.FragmentDefinition) int { return strings.Compare(a.Name, b.Name) })
	var text bytes.Buffer
	formatter.NewFormatter(&text).FormatQueryDocument(&doc)
	return text.String()
}

// spreadIn collects the fragments that a selection spreads, each once.
func spreadIn(set ast.SelectionSet, fragments ast.FragmentDefinitionList, spread map[string]*ast.FragmentDefinition) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			spreadIn(s.SelectionSet, fragments, spread)
		case *ast.InlineFragment:
			spreadIn(s.SelectionSet, fragments, spread)
		case *ast.FragmentSpread:
			if f := fragments.ForName(s.Name); f != nil && spread[s.Name] == nil {
				spread[s.Name] = f
				spreadIn(f.SelectionSet, fragments, spread)
			}
		}
	}
}

// onlyKnown refuses operations that are not known, but for admins', who try things out and run the programs of
// operations.
type onlyKnown struct {
	known *KnownOperations
	audit *access.Audit
	seen  *lru.LRU[bool] // of texts: to look at a document again costs as much as to parse it
}

func newOnlyKnown(known *KnownOperations, audit *access.Audit) onlyKnown {
	return onlyKnown{known, audit, lru.New[bool](cachedQueries)}
}

func (o onlyKnown) gate(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if access.Of(ctx).Role.May(access.Admin) || o.knows(ctx, op) {
		return next(ctx)
	}
	err := kg.Errorf(
		kg.Forbidden,
		"this server takes known operations only, and this one (%s) is not among them; ask whoever runs it to name it "+
			"with --only-operations",
		nameOf(op.Operation),
	)
	o.audit.Write(ctx, access.Entry{What: "unknown operation " + nameOf(op.Operation), Refused: messageOf(err)})
	return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{presentError(ctx, err)}})
}

func (o onlyKnown) knows(ctx context.Context, op *graphql.OperationContext) bool {
	key := op.OperationName + "\x00" + op.RawQuery
	if len(key) > longestKept {
		return o.known.digests[digestOf(op.Operation, op.Doc.Fragments)]
	}
	if known, seen := o.seen.Get(ctx, key); seen {
		return known
	}
	known := o.known.digests[digestOf(op.Operation, op.Doc.Fragments)]
	o.seen.Add(ctx, key, known)
	return known
}

func nameOf(op *ast.OperationDefinition) string {
	if op.Name == "" {
		return "without a name"
	}
	return op.Name
}
