// Package layout makes raw article text ready for parsing without moving a single code point, and cuts it into its
// parts: headlines, bylines, paragraphs, bullets, credits. It may not know grammar or names.
package layout
