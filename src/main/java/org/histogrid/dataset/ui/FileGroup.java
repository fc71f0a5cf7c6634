package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// Arrays that differ in the numbers of their names only: a line for all of them.
///
/// @param name     their name with `*` for the numbers that differ
/// @param tensors  the arrays, at least one, all of one shape and type
record FileGroup(String name, List<TensorInfo> tensors) {

    private static final Pattern NUMBERS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    FileGroup {
        tensors = List.copyOf(tensors);
    }

    static List<FileGroup> of(List<FileContents> contents) {
        Map<Object, List<TensorInfo>> groups = new LinkedHashMap<>();
        contents.stream()
                .flatMap(one -> one.tensors().stream())
                .forEach(tensor -> groups.computeIfAbsent(form(tensor), _ -> new ArrayList<>())
                        .add(tensor));
        return groups.values().stream()
                .map(group -> new FileGroup(
                        pattern(group.stream().map(FileGroup::name).toList()), group))
                .toList();
    }

    private static Object form(TensorInfo tensor) {
        return List.of(name(tensor).replaceAll("\\d+", "0"), tensor.shape(), tensor.dtype());
    }

    /// Of an archive's member the part inside the archive, with the array where it has a name of its own.
    private static String name(TensorInfo tensor) {
        var slash = tensor.file().indexOf('/');
        var member = slash < 0 ? "" : tensor.file().substring(slash + 1);
        return tensor.tensor()
                .map(name -> member.isEmpty() ? name : member + ", " + name)
                .orElse(member);
    }

    static String pattern(List<String> names) {
        var parts = names.stream().map(NUMBERS::split).toList();
        var first = parts.getFirst();
        var text = new StringBuilder();
        for (var i = 0; i < first.length; i++) {
            var place = i;
            var same = parts.stream().allMatch(other -> other.length > place && other[place].equals(first[place]));
            text.append(same ? first[i] : "*");
        }
        return text.toString();
    }

    TensorInfo first() {
        return tensors.getFirst();
    }

    /// "3 000 arrays of 33 × 4 096, F32"
    String inWords() {
        var one = inWords(first());
        return tensors.size() == 1 ? one : "%s arrays of %s".formatted(Numbers.integer(tensors.size()), one);
    }

    String size() {
        return Numbers.bytes(tensors.stream().mapToLong(TensorInfo::bytes).sum());
    }

    static String inWords(TensorInfo tensor) {
        return "%s, %s%s%s"
                .formatted(
                        shape(tensor.shape()),
                        tensor.dtype(),
                        tensor.layout().equals("C") ? "" : ", " + tensor.layout() + " order",
                        tensor.bigEndian() ? ", big-endian" : "");
    }

    static String shape(List<Long> shape) {
        return shape.isEmpty()
                ? "one number"
                : shape.stream().map(Numbers::integer).collect(Collectors.joining(" × "));
    }

    LookPanel.Wanted wanted() {
        return new LookPanel.Wanted(first().file(), Optional.of(first()).flatMap(TensorInfo::tensor));
    }
}
