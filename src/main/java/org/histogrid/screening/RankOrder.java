package org.histogrid.screening;

import org.histogrid.stats.Score;

/// What comes first in a ranking. Neurons whose score is not defined come last, and equal ones by hook point and
/// number.
public enum RankOrder {
    /// What is farthest from no effect: from 0.5 for an AUROC, from 0 for all others.
    ABS,
    /// The greatest.
    DESC,
    /// The least.
    ASC;

    private static final double NO_EFFECT_ON_AUROC = 0.5;

    /// What to sort by, rising: the value turned so that the first of the ranking is the least.
    double key(ProfileColumn column, double value) {
        return switch (this) {
            case ASC -> value;
            case DESC -> -value;
            case ABS -> -Math.abs(column.equals(ProfileColumn.of(Score.AUROC)) ? value - NO_EFFECT_ON_AUROC : value);
        };
    }
}
