package org.histogrid.screening;

import org.histogrid.dataset.LabelingRef;

/// One hook point under one labeling: what is profiled at a time.
record ScreeningRef(LabelingRef labeling, int hookPoint) {}
