// Package kgtest holds the exam that every kg.Store must pass, a store in memory for tests, and records to fill stores with. It may not be
// imported by anything but tests.
package kgtest
