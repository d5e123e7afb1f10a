// Package queue keeps articles until they are read: what [Queue.Enqueue] accepts is on disk and is read later, over
// restarts, by workers of this process or of others that share its NATS JetStream (decision 23). It may not know the
// graph's database, nor GraphQL.
//
// A message is a submission, its subject made of what it holds. There are four streams: a lane of people and one of
// feeds, from which a message goes when its article is settled; the dead letters; and what became of each article.
package queue
