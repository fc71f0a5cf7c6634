package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.ColumnType;
import org.histogrid.tensor.FileContents;

/// Which columns of a wide table are neurons, and which neurons they are.
final class NeuronColumns {

    private static final Pattern NUMBERED = Pattern.compile("(\\D*?)(\\d{1,9})");
    private static final Set<String> ROW_NUMBERS = Set.of("column 1", "unnamed: 0", "index", "");

    private NeuronColumns() {}

    /// All columns of numbers that serve nothing else. Where most of them are numbered alike (`n0`, `n1`, ...
    /// or `0`, `1`, ...), these only; a numbered one with a word in a cell stays in, so that the word is
    /// refused by its place rather than the neuron passed over.
    static List<String> of(FileContents.Table table, ImportSpec spec) {
        var taken = taken(table, spec);
        var free = table.columns().stream()
                .filter(column -> !taken.contains(column.name()) && !isRowNumber(table, column))
                .toList();
        Map<String, Integer> families = new HashMap<>();
        free.stream()
                .filter(NeuronColumns::isNumber)
                .forEach(column -> family(column.name()).ifPresent(family -> families.merge(family, 1, Integer::sum)));
        var numbers = free.stream().filter(NeuronColumns::isNumber).count();
        var largest = families.entrySet().stream()
                .filter(one -> one.getValue() >= 2 && 2L * one.getValue() >= numbers)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        return free.stream()
                .filter(column -> largest.isPresent() ? family(column.name()).equals(largest) : isNumber(column))
                .map(ColumnInfo::name)
                .toList();
    }

    private static Set<String> taken(FileContents.Table table, ImportSpec spec) {
        Set<String> taken = new HashSet<>(LabelingPlanner.labelColumns(table));
        table.columns().stream()
                .map(ColumnInfo::name)
                .filter(name -> ImportPlanner.isIdName(name) || ImportPlanner.isTextName(name))
                .forEach(taken::add);
        Optional.ofNullable(spec.samples())
                .filter(samples -> table.file().equals(samples.file()))
                .ifPresent(samples -> {
                    Optional.ofNullable(samples.id()).ifPresent(taken::add);
                    Optional.ofNullable(samples.text()).ifPresent(taken::add);
                });
        Optional.ofNullable(spec.labelings()).orElse(List.of()).stream()
                .filter(labels -> table.file().equals(labels.file()))
                .forEach(labels -> {
                    Optional.ofNullable(labels.column()).ifPresent(taken::add);
                    Optional.ofNullable(labels.id()).ifPresent(taken::add);
                });
        return taken;
    }

    private static boolean isNumber(ColumnInfo column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER;
    }

    /// The column that pandas writes before the others.
    private static boolean isRowNumber(FileContents.Table table, ColumnInfo column) {
        return table.columns().getFirst().equals(column)
                && table.columns().size() > 1
                && ROW_NUMBERS.contains(column.name().strip().toLowerCase(Locale.ROOT))
                && column.type() == ColumnType.INTEGER
                && (column.distinct() == table.rows() || !column.distinctExact())
                && column.examples().getFirst().equals("0");
    }

    private static Optional<String> family(String name) {
        var match = NUMBERED.matcher(name.strip());
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// The indices in the model that the names of columns give, empty where they give none.
    static List<Integer> indices(List<String> columns) {
        var indices = new ArrayList<Integer>();
        var seen = new HashSet<Integer>();
        var family = columns.isEmpty() ? Optional.<String>empty() : family(columns.getFirst());
        for (var column : columns) {
            var match = NUMBERED.matcher(column.strip());
            if (!match.matches() || !Optional.of(match.group(1)).equals(family)) {
                return List.of();
            }
            var index = Integer.parseInt(match.group(2));
            if (!seen.add(index)) {
                return List.of();
            }
            indices.add(index);
        }
        return indices;
    }
}
