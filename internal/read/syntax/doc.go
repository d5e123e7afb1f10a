// Package syntax is an article analysed: its parts, sentences, dependency trees and quotations, with the questions
// that reading asks of them. It may not know names or predicates.
package syntax
