// Package openai is a second reader: it has a model behind an OpenAI-compatible endpoint read an article and believes
// none of it that is not in the text. It may not know the graph's database, GraphQL or where articles come from.
//
// The model answers with the very words: names, sources, cues, contents, quotations and evidence are copied from the
// article, never offsets. Each is looked up in the text; an item whose words are not there, to the letter, is dropped
// and counted. The endpoint is called within a budget of requests and tokens for each article, with bounded retries.
package openai
