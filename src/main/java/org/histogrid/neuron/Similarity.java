package org.histogrid.neuron;

/// How the activations of two neurons over the same samples are compared.
public enum Similarity {
    /// By the ranks of the values: 1 where one neuron rises whenever the other does.
    SPEARMAN,
    /// By the values: 1 where one neuron is a straight line of the other.
    PEARSON
}
