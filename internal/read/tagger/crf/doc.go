// Package crf holds linear models over hashed features: linear-chain conditional random fields and logistic regression,
// their training and their inference. It may not know what is being labelled: features are numbers to it, labels are
// indexes.
package crf
