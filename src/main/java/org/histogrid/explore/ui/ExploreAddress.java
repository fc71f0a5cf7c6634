package org.histogrid.explore.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.QueryValues;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.OutlierType;

/// The parameters of the page: `labeling`, `point`, `class` (from 1), `by`, `order`, `where` for each
/// range, `outliers`, `columns`, `plot`, `with`. What is usual is left out.
final class ExploreAddress {

    private static final ExploreQuery USUAL = ExploreQuery.PLAIN;

    private static final String LABELING = "labeling";
    private static final String POINT = "point";
    private static final String CLASS = "class";
    private static final String BY = "by";
    private static final String ORDER = "order";
    private static final String WHERE = "where";
    private static final String OUTLIERS = "outliers";
    private static final String COLUMNS = "columns";
    private static final String PLOT = "plot";
    private static final String WITH = "with";
    private static final String NONE = "none";

    private ExploreAddress() {}

    /// @throws BadInput if a part does not read
    static ExploreQuery read(QueryParameters parameters) {
        return new ExploreQuery(
                parameters.getSingleParameter(LABELING),
                parameters.getSingleParameter(POINT).map(text -> QueryValues.whole(POINT, text)),
                parameters
                        .getSingleParameter(CLASS)
                        .map(text -> QueryValues.whole(CLASS, text) - 1)
                        .orElse(0),
                parameters
                        .getSingleParameter(BY)
                        .map(text -> ScoreText.read(BY, text))
                        .orElse(USUAL.by()),
                parameters
                        .getSingleParameter(ORDER)
                        .map(text -> ScoreText.constant(ORDER, text, RankOrder.values()))
                        .orElse(USUAL.order()),
                filters(parameters),
                parameters
                        .getSingleParameter(COLUMNS)
                        .map(text -> NONE.equals(text) ? List.<ScoreAt>of() : columns(text))
                        .orElse(ExploreQuery.USUAL_COLUMNS),
                parameters
                        .getSingleParameter(PLOT)
                        .map(text -> ScoreText.constant(PLOT, text, OverviewPlot.values()))
                        .orElse(USUAL.plot()),
                parts(parameters, WITH)
                        .map(text -> OtherRanking.read(WITH, text))
                        .toList());
    }

    private static List<RankFilter> filters(QueryParameters parameters) {
        var filters = new ArrayList<RankFilter>();
        parameters.getParameters(WHERE).forEach(text -> filters.add(ScoreText.readRange(WHERE, text)));
        Set<OutlierType> types = parts(parameters, OUTLIERS)
                .map(text -> ScoreText.constant(OUTLIERS, text, OutlierType.values()))
                .collect(Collectors.toSet());
        if (!types.isEmpty()) {
            filters.add(new RankFilter.Bears(types));
        }
        return filters;
    }

    private static List<ScoreAt> columns(String text) {
        return Arrays.stream(text.split(","))
                .map(one -> ScoreText.read(COLUMNS, one))
                .distinct()
                .toList();
    }

    private static Stream<String> parts(QueryParameters parameters, String name) {
        return parameters.getParameters(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .filter(text -> !text.isBlank());
    }

    static QueryParameters write(ExploreQuery query) {
        var all = new LinkedHashMap<String, List<String>>();
        query.labeling().ifPresent(id -> all.put(LABELING, List.of(id)));
        query.point().ifPresent(id -> all.put(POINT, List.of(String.valueOf(id))));
        put(all, CLASS, query.side() != 0, String.valueOf(query.side() + 1));
        put(all, BY, !query.by().equals(USUAL.by()), ScoreText.write(query.by()));
        put(all, ORDER, query.order() != USUAL.order(), ScoreText.word(query.order()));
        var ranges = query.ranges().map(ScoreText::write).toList();
        if (!ranges.isEmpty()) {
            all.put(WHERE, ranges);
        }
        put(
                all,
                OUTLIERS,
                !query.outliers().isEmpty(),
                listed(query.outliers().stream().sorted().map(ScoreText::word)));
        put(
                all,
                COLUMNS,
                !query.more().equals(ExploreQuery.USUAL_COLUMNS),
                query.more().isEmpty() ? NONE : listed(query.more().stream().map(ScoreText::write)));
        put(all, PLOT, query.plot() != USUAL.plot(), ScoreText.word(query.plot()));
        put(all, WITH, !query.with().isEmpty(), listed(query.with().stream().map(OtherRanking::write)));
        return new QueryParameters(all);
    }

    private static void put(Map<String, List<String>> all, String name, boolean differs, String value) {
        if (differs) {
            all.put(name, List.of(value));
        }
    }

    private static String listed(Stream<String> texts) {
        return texts.collect(Collectors.joining(","));
    }
}
