package org.histogrid.dataset;

import java.io.Serializable;
import java.util.Optional;
import org.histogrid.base.BadInput;

/// How far the files of a draft have been read through for its report; in the end the report, or what is wrong.
public record ImportCheck(long done, long total, Optional<ImportReport> report, Optional<BadInput> problem)
        implements Serializable {

    public boolean isOver() {
        return report.isPresent() || problem.isPresent();
    }

    public double share() {
        return total == 0 ? 0 : (double) done / total;
    }
}
