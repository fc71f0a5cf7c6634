package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.histogrid.tensor.NaturalOrder;

/// Files whose names differ in one place: the batches of a run, or one file a sample.
///
/// @param pattern their name with `*` in that place
/// @param names   in natural order, at least two
record FileSeries(String pattern, List<String> names) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    FileSeries {
        names = List.copyOf(names);
    }

    /// Groups names that are the same but for their numbers, and puts a layer's number apart: the files of each
    /// layer are a group of their own. Names that are alone stay alone. In natural order.
    static List<List<String>> groups(Collection<String> names) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        names.stream()
                .sorted(NaturalOrder.INSTANCE)
                .forEach(name -> groups.computeIfAbsent(form(name), _ -> new ArrayList<>())
                        .add(name));
        return List.copyOf(groups.values());
    }

    private static String form(String name) {
        var base = base(name);
        var hook = HookName.of(base);
        var folder = name.substring(0, name.length() - base.length());
        if (hook.layer().isEmpty()) {
            return DIGITS.matcher(folder).replaceAll("#") + DIGITS.matcher(base).replaceAll("#");
        }
        return DIGITS.matcher(folder).replaceAll("#")
                + DIGITS.matcher(base.substring(0, hook.start())).replaceAll("#")
                + "<" + hook.layer().getAsInt() + ">"
                + DIGITS.matcher(base.substring(hook.end())).replaceAll("#");
    }

    /// The series that consists of exactly these files among all, if one `*` can say so.
    static Optional<FileSeries> of(List<String> members, Collection<String> all) {
        if (members.size() < 2) {
            return Optional.empty();
        }
        var prefix = members.getFirst();
        var suffix = members.getFirst();
        for (var name : members) {
            prefix = prefix.substring(0, commonPrefix(prefix, name));
            suffix = suffix.substring(suffix.length() - commonSuffix(suffix, name));
        }
        var shortest = members.stream().mapToInt(String::length).min().orElse(0);
        // Whole words only: act_10 and act_11 differ in 10 and 11, not in 0 and 1
        prefix = prefix.replaceAll("[A-Za-z0-9]+$", "");
        suffix = suffix.replaceAll("^[A-Za-z0-9]+", "");
        if (prefix.length() + suffix.length() >= shortest) {
            return Optional.empty();
        }
        var pattern = prefix + "*" + suffix;
        return matching(pattern, all).size() == members.size()
                ? Optional.of(new FileSeries(pattern, matching(pattern, all)))
                : Optional.empty();
    }

    private static int commonPrefix(String one, String other) {
        var i = 0;
        while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int commonSuffix(String one, String other) {
        var i = 0;
        while (i < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - i) == other.charAt(other.length() - 1 - i)) {
            i++;
        }
        return i;
    }

    static boolean isPattern(String name) {
        return name.indexOf('*') >= 0;
    }

    /// In natural order.
    static List<String> matching(String pattern, Collection<String> names) {
        var star = pattern.indexOf('*');
        var prefix = pattern.substring(0, star);
        var suffix = pattern.substring(star + 1);
        return names.stream()
                .filter(name -> name.length() > prefix.length() + suffix.length()
                        && name.startsWith(prefix)
                        && name.endsWith(suffix))
                .sorted(NaturalOrder.INSTANCE)
                .toList();
    }

    /// What stands for `*` in each name.
    List<String> parts() {
        var star = pattern.indexOf('*');
        var after = pattern.length() - star - 1;
        return names.stream()
                .map(name -> name.substring(star, name.length() - after))
                .toList();
    }

    /// A file's name without folders and ending: `layer_3` of `acts.zip/run/layer_3.npy`, `acts` of
    /// `acts.csv.gz`.
    static String stem(String name) {
        var base = base(name);
        var plain = base.endsWith(".gz") ? base.substring(0, base.length() - 3) : base;
        var dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
