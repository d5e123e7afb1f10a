// Package read turns the text of an article into names, attributed statements and claims, each with the code points
// it stands at. It may not know the graph, the network, files or the clock: the same text always gives the same
// reading.
//
// [Registered] are the languages that are read, and [Readers] reads each text in its own. English's [Reader] runs these
// stages, each a value with a Do method, in this order:
//
//   - normalize (layout): quotation marks, apostrophes, blanks and bullets to plain forms of the same length
//   - segment (layout): headlines, bylines, datelines, paragraphs, credits
//   - parse (nlp): tokens, tags, dependency trees, entities
//   - quote (quotation): what stands inside quotation marks
//   - mention (mention): proper names, who they are, titles, pronouns
//   - attribute (tagger, attribution): a trained model finds source, cue and content; rules find who the speaker is,
//     through which channel, in which mood
//   - claim (claim): subject, predicate, object after the patterns of the vocabulary
//
// Words that the rules go by are data files: vocabulary/predicates.yaml, gazetteer/data, settle/data and the language's
// folder, lang/en.
package read
