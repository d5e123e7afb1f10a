// Package quotation finds what stands inside quotation marks: straight, curly, angled, doubled apostrophes, mixed,
// unclosed, and running over paragraphs. It may not know who is speaking.
package quotation
