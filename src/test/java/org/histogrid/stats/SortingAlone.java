package org.histogrid.stats;

/// What the scores of single precision cannot be faster than: the sort that they begin with.
public final class SortingAlone {

    private final SingleOrder order = new SingleOrder();
    private final int[] tags;

    public SortingAlone(int samples) {
        tags = new int[samples];
    }

    public int sort(byte[] payload) {
        return order.sort(payload, tags);
    }
}
