package org.histogrid.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.SamplePage;
import org.histogrid.dataset.ValuedSample;
import org.jspecify.annotations.Nullable;

/// A page of samples. `classes` and `withoutClass` count the range of values, whatever else was asked.
record SamplesJson(List<SampleJson> items, long offset, long total, List<LabelClass> classes, int withoutClass) {

    /// `value` is null where no neuron was named, and for NaN and infinities, which JSON has not.
    record SampleJson(
            int ordinal,
            String id,
            String text,
            Map<String, String> attributes,
            @Nullable Double value,
            @JsonProperty("class") @Nullable String className) {

        static SampleJson of(ValuedSample one) {
            var sample = one.sample();
            return new SampleJson(
                    sample.ordinal(),
                    sample.id(),
                    sample.text(),
                    sample.attributes(),
                    Double.isFinite(one.value()) ? one.value() : null,
                    one.className());
        }
    }

    static SamplesJson of(SamplePage page) {
        return new SamplesJson(
                page.samples().items().stream().map(SampleJson::of).toList(),
                page.samples().offset(),
                page.samples().total(),
                page.inRange(),
                page.inRangeWithoutClass());
    }
}
