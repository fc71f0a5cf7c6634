package org.histogrid.api;

import java.util.List;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRule;

record LabelingJson(String id, String name, LabelingRule rule, List<LabelClass> classes) {

    static LabelingJson of(Labeling labeling) {
        return new LabelingJson(labeling.id().toString(), labeling.name(), labeling.rule(), labeling.classes());
    }
}
