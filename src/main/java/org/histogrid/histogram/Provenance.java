package org.histogrid.histogram;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;

/// Where the numbers of a row come from.
///
/// @param convention how layers are counted, empty where it is not known
/// @param rule what puts samples into classes, in words
/// @param samples those with a class
/// @param classes name and number of samples of each class
/// @param bins the bin rule in words
/// @param range the part of the values in words
/// @param sources the files the dataset was made of
public record Provenance(
        String dataset,
        String model,
        String site,
        Optional<Integer> layer,
        String convention,
        String token,
        String labeling,
        String rule,
        int samples,
        List<ClassCount> classes,
        String bins,
        String range,
        Scale scale,
        List<Source> sources) {

    public Provenance {
        classes = List.copyOf(classes);
        sources = List.copyOf(sources);
    }

    /// A class and how many samples it has.
    public record ClassCount(String name, int samples) {}

    /// A file by name and, where known, the hexadecimal SHA-256 of its bytes.
    public record Source(String file, String sha256) {}

    /// "LLaMA-2-7B run, resid_post, layer 32, token last, labeling correct, n = 18 000, 100 bins"
    public String inWords() {
        var words = new StringBuilder(dataset).append(", ").append(site);
        layer.ifPresent(index -> words.append(", layer ").append(index));
        if (!token.isBlank()) {
            words.append(", token ").append(token);
        }
        words.append(", labeling ").append(labelingAndRule());
        words.append(", n = ").append(Numbers.integer(samples)).append(", ").append(bins);
        if (!range.equals("all values")) {
            words.append(", ").append(range);
        }
        switch (scale) {
            case RAW -> {}
            case ZSCORE -> words.append(", z-scores within the hook point");
            case RANK -> words.append(", percentiles within each neuron");
        }
        return words.toString();
    }

    /// "by rouge (rouge >= 0.3)", or the name alone where the rule says no more
    public String labelingAndRule() {
        return rule.isBlank() || rule.equals(labeling) ? labeling : "%s (%s)".formatted(labeling, rule);
    }

    /// "true answer 9 000, false answer 9 000"
    public String classesInWords() {
        return classes.stream()
                .map(one -> one.name() + " " + Numbers.integer(one.samples()))
                .collect(Collectors.joining(", "));
    }
}
