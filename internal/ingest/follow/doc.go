// Package follow looks again and again at feeds, sitemaps and folders and hands each of their articles to the pipeline
// once. What is known, and how far each item is, is kept by a kg.SourceKeeper before anything is done with it, so that
// a restart loses nothing. It may not know the store or GraphQL.
package follow
