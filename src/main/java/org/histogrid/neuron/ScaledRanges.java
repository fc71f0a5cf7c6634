package org.histogrid.neuron;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.HookPointRef;
import org.histogrid.dataset.HookPointStatistics;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.dataset.LabelSplit;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.SampleSource;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.Scale;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Ranks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells which recorded values a range of a chart means whose values are shown in another unit, and the other way
/// round. Both hold the same samples.
@Service
@Transactional(readOnly = true)
public class ScaledRanges {

    private final ActivationService activations;
    private final HookPointStatistics statistics;

    ScaledRanges(ActivationService activations, HookPointStatistics statistics) {
        this.activations = activations;
        this.statistics = statistics;
    }

    /// @param shown in the unit of `scale`
    /// @return in the unit of the recording
    public ValueRange toRecorded(Viewer viewer, SampleSource source, Scale scale, ValueRange shown) {
        if (scale == Scale.RAW || !(shown instanceof ValueRange.Between between)) {
            return shown;
        }
        var recorded = recorded(viewer, source);
        return carry(between, scaled(viewer, source, scale, recorded), recorded);
    }

    /// @param recorded in the unit of the recording
    /// @return in the unit of `scale`
    public ValueRange toShown(Viewer viewer, SampleSource source, Scale scale, ValueRange recorded) {
        if (scale == Scale.RAW || !(recorded instanceof ValueRange.Between between)) {
            return recorded;
        }
        var values = recorded(viewer, source);
        return carry(between, values, scaled(viewer, source, scale, values));
    }

    private double[] scaled(Viewer viewer, SampleSource source, Scale scale, double[] recorded) {
        return switch (scale) {
            case RAW -> recorded;
            case ZSCORE -> {
                var point = new HookPointRef(source.dataset(), neuron(source).hookPoint());
                yield statistics.moments(viewer, point).zScores(recorded);
            }
            case RANK -> Ranks.percentiles(recorded);
        };
    }

    private static NeuronRef neuron(SampleSource source) {
        return Objects.requireNonNull(source.neuron(), "A range is one of a neuron's values");
    }

    /// The values of samples with a class, which are those that are shown.
    private double[] recorded(Viewer viewer, SampleSource source) {
        var neuron = neuron(source);
        var vector = Optional.ofNullable(
                        activations.read(viewer, List.of(neuron)).get(neuron))
                .orElseThrow(() -> new NotFound("This neuron"));
        var values = ActivationCodec.decode(vector.payload(), vector.encoding());
        var codes = codes(viewer, source).classOf();
        return IntStream.range(0, values.length)
                .filter(i -> codes[i] >= 0)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private LabelCodes codes(Viewer viewer, SampleSource source) {
        LabelSplit labels = Objects.requireNonNull(source.labels(), "Values are shown by class");
        var threshold = labels.threshold();
        return threshold == null
                ? activations.labels(viewer, source.dataset(), labels.labeling())
                : activations.labels(viewer, source.dataset(), labels.labeling(), threshold);
    }

    /// Each end becomes the least value of a sample that is not below it. Both arrays rise together.
    static ValueRange carry(ValueRange.Between range, double[] from, double[] to) {
        var low = Double.POSITIVE_INFINITY;
        var high = Double.POSITIVE_INFINITY;
        var last = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < from.length; i++) {
            if (Double.isFinite(from[i])) {
                last = Math.max(last, to[i]);
                if (from[i] >= range.from()) {
                    low = Math.min(low, to[i]);
                }
                if (range.isClosed() ? from[i] > range.to() : from[i] >= range.to()) {
                    high = Math.min(high, to[i]);
                }
            }
        }
        if (Double.isInfinite(high) && Double.isFinite(low)) {
            return ValueRange.closed(low, last);
        }
        return low < high ? ValueRange.of(low, high) : beyond(last);
    }

    /// Holds no sample.
    private static ValueRange beyond(double last) {
        return ValueRange.of(Double.isFinite(last) ? Math.nextUp(last) : 0, Double.POSITIVE_INFINITY);
    }
}
