package org.histogrid.screening;

import java.io.IOException;

/// Writes a ranking, a neuron at a time. It is not closed when something fails midway: what ends too early must not
/// look whole.
interface RankingWriter {

    void write(RankedNeuron row) throws IOException;

    /// After the last one.
    void finish() throws IOException;
}
