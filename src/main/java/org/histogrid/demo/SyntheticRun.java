package org.histogrid.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// One synthetic run of one model: its samples with answers that are true or false, and the neurons recorded.
/// The same seed gives the same run, so that everybody's demo shows the same picture.
final class SyntheticRun {

    static final int SAMPLES = 18_000;
    private static final int OTHER_NEURONS = 252;

    private final Model model;
    private final boolean[] isTrue;
    private final List<Integer> neurons = new ArrayList<>();
    private final List<float[]> columns = new ArrayList<>();

    /// A model of the demo: how many neurons its layer has, which layer was read, and how many of its answers are true.
    record Model(String name, int neurons, int layer, int trueAnswers, long seed) {}

    SyntheticRun(Model model, SeedFigure figure) {
        this.model = model;
        var random = new SplittableRandom(model.seed());
        isTrue = answers(random.split());
        for (var panel : figure.of(model.name())) {
            neurons.add(panel.neuron());
            columns.add(new FigureNeuron(panel, random.split()).draw(isTrue));
        }
        var choice = random.split();
        var others = new LinkedHashSet<Integer>();
        while (others.size() < OTHER_NEURONS) {
            var neuron = choice.nextInt(model.neurons());
            if (!neurons.contains(neuron)) {
                others.add(neuron);
            }
        }
        for (var neuron : others) {
            neurons.add(neuron);
            columns.add(new PlausibleNeuron(random.split()).draw(isTrue));
        }
    }

    private boolean[] answers(SplittableRandom random) {
        var answers = new boolean[SAMPLES];
        var left = model.trueAnswers();
        for (var i = 0; i < SAMPLES; i++) {
            answers[i] = random.nextInt(SAMPLES - i) < left;
            left -= answers[i] ? 1 : 0;
        }
        return answers;
    }

    Model model() {
        return model;
    }

    List<Integer> neurons() {
        return neurons;
    }

    byte[] npy() {
        return Float16Npy.write(columns, SAMPLES);
    }

    String samplesCsv() {
        var random = new SplittableRandom(model.seed() + 1);
        var csv = new StringBuilder("qid,question,rouge1,correct\n");
        for (var i = 0; i < SAMPLES; i++) {
            var score = isTrue[i] ? 0.31 + 0.69 * random.nextDouble() : 0.299 * random.nextDouble();
            csv.append(String.format(
                    Locale.ROOT, "synthetic-%05d,Synthetic question %d,%.3f,%d\n", i, i + 1, score, isTrue[i] ? 1 : 0));
        }
        return csv.toString();
    }
}
