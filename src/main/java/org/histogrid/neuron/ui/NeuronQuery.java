package org.histogrid.neuron.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.SettingsQuery;

/// What the address of the page says besides the neuron, so that it shows the same again: `labeling`, `select`, and
/// the settings that are not the usual ones.
record NeuronQuery(Optional<String> labeling, HistogramSettings settings, Optional<ValueRange> selected) {

    private static final String LABELING = "labeling";
    private static final String SELECT = "select";

    /// @throws BadInput if a setting does not read
    static NeuronQuery of(QueryParameters parameters) {
        return new NeuronQuery(
                parameters.getSingleParameter(LABELING),
                SettingsQuery.read(single(parameters), HistogramSettings.DEFAULT),
                parameters.getSingleParameter(SELECT).flatMap(NeuronQuery::range));
    }

    private static Map<String, String> single(QueryParameters parameters) {
        return parameters.getParameters().entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
    }

    /// @param named what the address needs to name the neuron
    QueryParameters toParameters(QueryParameters named) {
        var all = new LinkedHashMap<>(single(named));
        labeling.ifPresent(id -> all.put(LABELING, id));
        all.putAll(SettingsQuery.write(settings, HistogramSettings.DEFAULT));
        selected.flatMap(NeuronQuery::written).ifPresent(text -> all.put(SELECT, text));
        return QueryParameters.simple(all);
    }

    /// `-0.5,0.25`, an end left out where there is none; `nan`, `inf`, `-inf`. What is neither selects nothing.
    private static Optional<ValueRange> range(String text) {
        return switch (text) {
            case "nan" -> Optional.of(ValueRange.Special.NAN);
            case "inf" -> Optional.of(ValueRange.Special.POS_INF);
            case "-inf" -> Optional.of(ValueRange.Special.NEG_INF);
            default -> between(text.split(",", -1));
        };
    }

    private static Optional<ValueRange> between(String[] ends) {
        try {
            var from = end(ends[0], Double.NEGATIVE_INFINITY);
            var to = end(ends[ends.length - 1], Double.POSITIVE_INFINITY);
            return ends.length == 2 && from < to ? Optional.of(ValueRange.of(from, to)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double end(String text, double missing) {
        return text.isBlank() ? missing : Double.parseDouble(text);
    }

    private static Optional<String> written(ValueRange range) {
        return switch (range) {
            case ValueRange.All _ -> Optional.empty();
            case ValueRange.Special special ->
                Optional.of(
                        switch (special) {
                            case NAN -> "nan";
                            case POS_INF -> "inf";
                            case NEG_INF -> "-inf";
                        });
            case ValueRange.Between(double from, double to, boolean _) -> Optional.of(text(from) + "," + text(to));
        };
    }

    private static String text(double end) {
        return Double.isInfinite(end) ? "" : String.valueOf(end);
    }
}
