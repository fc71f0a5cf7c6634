package org.histogrid.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.QueryValues;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.LabelSplit;
import org.histogrid.dataset.SampleOrder;
import org.histogrid.dataset.SampleOrder.Key;
import org.histogrid.dataset.SampleQuery;
import org.histogrid.dataset.ValueRange;
import org.springframework.util.MultiValueMap;

/// The parameters of an address that say which samples are meant. Empty ones are as if they were not there.
final class SampleParameters {

    private static final String ATTRIBUTE = "attributes.";

    private final MultiValueMap<String, String> query;

    SampleParameters(MultiValueMap<String, String> query) {
        this.query = query;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(query.getFirst(name)).filter(text -> !text.isBlank());
    }

    /// None where the dataset has no labeling and nothing of one is asked for.
    Optional<LabelSplit> labels(DatasetDetails dataset) {
        var wanted = value("labeling");
        var threshold = value("threshold").map(text -> QueryValues.number("threshold", text));
        var needsOne = wanted.isPresent() || threshold.isPresent() || !classes().isEmpty();
        if (dataset.labelings().isEmpty() && !needsOne) {
            return Optional.empty();
        }
        return Optional.of(new LabelSplit(dataset.chooseLabeling(wanted).id(), threshold.orElse(null)));
    }

    SampleQuery query() {
        return SampleQuery.ALL
                .in(values())
                .ofClasses(classes())
                .containing(value("q").orElse(""))
                .sorted(value("sort").map(SampleParameters::order).orElse(SampleQuery.ALL.order()))
                .page(whole("offset", SampleQuery.ALL.offset()), whole("limit", SampleQuery.ALL.limit()));
    }

    private int whole(String name, int usual) {
        return value(name).map(text -> QueryValues.whole(name, text)).orElse(usual);
    }

    private Set<String> classes() {
        return query.getOrDefault("class", List.of()).stream()
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }

    private ValueRange values() {
        var special = value("special");
        var isRange =
                Stream.of("from", "to", "closed").anyMatch(name -> value(name).isPresent());
        if (special.isPresent() && isRange) {
            throw new BadInput("Give a range or special, not both.").forField("special");
        }
        if (isRange) {
            return new ValueRange.Between(
                    end("from", Double.NEGATIVE_INFINITY), end("to", Double.POSITIVE_INFINITY), isClosed());
        }
        return special.map(SampleParameters::special).orElse(ValueRange.ALL);
    }

    private double end(String name, double usual) {
        return value(name).map(text -> QueryValues.number(name, text)).orElse(usual);
    }

    private boolean isClosed() {
        return value("closed")
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new BadInput("closed is true or false, not %s.".formatted(text)).forField("closed");
                })
                .orElse(false);
    }

    private static ValueRange special(String text) {
        return switch (text) {
            case "nan" -> ValueRange.Special.NAN;
            case "posInf" -> ValueRange.Special.POS_INF;
            case "negInf" -> ValueRange.Special.NEG_INF;
            default ->
                throw new BadInput("%s is no value that special knows.".formatted(text))
                        .forField("special")
                        .withChoices(List.of("nan", "posInf", "negInf"));
        };
    }

    private static SampleOrder order(String text) {
        var isDescending = text.startsWith("-");
        var key = isDescending ? text.substring(1) : text;
        var order = key.startsWith(ATTRIBUTE)
                ? SampleOrder.byAttribute(key.substring(ATTRIBUTE.length()))
                : SampleOrder.by(
                        switch (key) {
                            case "ordinal" -> Key.ORDINAL;
                            case "value" -> Key.VALUE;
                            case "class" -> Key.CLASS;
                            case "id" -> Key.ID;
                            case "text" -> Key.TEXT;
                            default ->
                                throw new BadInput("Samples are not sorted by %s.".formatted(key))
                                        .forField("sort")
                                        .withChoices(
                                                List.of("ordinal", "value", "class", "id", "text", ATTRIBUTE + "NAME"));
                        });
        return isDescending ? order.descending() : order;
    }
}
