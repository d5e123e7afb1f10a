package kg

import "context"

// ArchiveRef names a node of the graph by its label and the property by which nodes of that label are told apart.
// The zero value stands before the first node of all.
type ArchiveRef struct{ Label, Key string }

// ArchiveLabels are the labels of the nodes that archives hold, in the order in which they come there.
var ArchiveLabels = []string{
	"Predicate", "Name", "Sound", "Band", "Entity", "Merged", "Article", "Deleted", "Claim", "Statement", "Judgement",
	"Rating", "Outbox", "Change", "Forgotten", "Source", "SourceItem", "StandingQuestion", "Telling",
}

// ArchiveNode is a node as the graph holds it, with the edges that leave it. Properties are text, int64, float64,
// bool, or lists of these.
type ArchiveNode struct {
	ArchiveRef
	Labels     []string // those besides the one of the reference, sorted
	Properties map[string]any
	Edges      []ArchiveEdge // by type and end
}

// ArchiveEdge is an edge that leaves a node.
type ArchiveEdge struct {
	Type       string
	To         ArchiveRef
	Properties map[string]any
}

// Archivist copies whole graphs, letter by letter.
type Archivist interface {
	// Edition is the number of the graph's last migration. Only graphs of one edition can be copied into each other.
	Edition(ctx context.Context) (int, error)
	// Archived gives the nodes behind after in the order of archives, some at a time; none at the end. What is written
	// meanwhile may be missing.
	Archived(ctx context.Context, after ArchiveRef) ([]ArchiveNode, error)
	// LastChange is the number of the change feed's last entry: where it stays the same, nothing was written.
	LastChange(ctx context.Context) (int, error)
	// Still does work while nothing is written to the graph: writers wait.
	Still(ctx context.Context, work func() error) error
	// BeginRestore makes sure that the graph is empty, or that an earlier restore of it was cut short.
	BeginRestore(ctx context.Context) error
	// Restore writes nodes with their edges. Doing it again changes nothing.
	Restore(ctx context.Context, nodes []ArchiveNode) error
	// EndRestore notes that all is there.
	EndRestore(ctx context.Context) error
}
