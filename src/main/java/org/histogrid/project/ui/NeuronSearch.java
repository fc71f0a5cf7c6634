package org.histogrid.project.ui;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.histogrid.dataset.HookPoint;
import org.histogrid.finding.Finding;

/// Suggests neurons of one hook point: those that begin as typed, and those that somebody noted something like it on.
record NeuronSearch(HookPoint point, List<Finding> findings) {

    NeuronSearch {
        findings = List.copyOf(findings);
    }

    /// A neuron, by its number or by a finding on it.
    record Suggestion(int neuron, Optional<String> finding) implements Serializable {

        String inWords() {
            return finding.map(title -> "%s, neuron %d".formatted(title, neuron))
                    .orElseGet(() -> String.valueOf(neuron));
        }
    }

    /// Numbers first, rising; all findings and then all neurons where nothing was typed.
    Stream<Suggestion> matching(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var numbers = numbers(text).mapToObj(neuron -> new Suggestion(neuron, Optional.empty()));
        var noted = findings.stream().filter(finding -> matches(finding, text)).map(NeuronSearch::suggestion);
        return text.isEmpty() ? Stream.concat(noted, numbers) : Stream.concat(numbers, noted);
    }

    private static boolean matches(Finding finding, String text) {
        var words = "%s %s %d"
                .formatted(
                        finding.text().title(),
                        finding.text().label(),
                        finding.neuron().neuron());
        return words.toLowerCase(Locale.ROOT).contains(text);
    }

    private static Suggestion suggestion(Finding finding) {
        return new Suggestion(
                finding.neuron().neuron(),
                Optional.of("%s: %s"
                        .formatted(finding.text().label(), finding.text().title())));
    }

    private IntStream numbers(String start) {
        if (!start.chars().allMatch(one -> one >= '0' && one <= '9')) {
            return IntStream.empty();
        }
        if (!point.neurons().isEmpty()) {
            return point.neurons().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .filter(neuron -> String.valueOf(neuron).startsWith(start));
        }
        return start.isEmpty() ? IntStream.range(0, point.neuronCount()) : beginningWith(start);
    }

    /// 20, 200 to 209, 2000 to 2099, ... without looking at all others.
    private IntStream beginningWith(String start) {
        var isOneNumber = start.length() > 9 || start.startsWith("0");
        if (isOneNumber && !start.equals("0")) {
            return IntStream.empty();
        }
        var first = Long.parseLong(start);
        return LongStream.iterate(1, power -> first * power < point.neuronCount(), power -> power * 10)
                .limit(isOneNumber ? 1 : Long.MAX_VALUE)
                .flatMap(power -> LongStream.range(first * power, Math.min((first + 1) * power, point.neuronCount())))
                .mapToInt(Math::toIntExact);
    }
}
