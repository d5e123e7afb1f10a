// Package page takes an article out of an outlet's page: title, publisher, day, language and the paragraphs of the
// text, without what does not belong to it. It may not read the text, nor fetch anything. Words and outlets are in data
// files beside the code.
package page
