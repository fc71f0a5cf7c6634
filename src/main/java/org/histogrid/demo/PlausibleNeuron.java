package org.histogrid.demo;

import java.util.SplittableRandom;

/// Draws the values of a neuron of a shape that is often met: normal, shifted between classes, wider in one class,
/// skewed, heavy-tailed, two modes, rectified, dead.
final class PlausibleNeuron {

    private final SplittableRandom random;

    PlausibleNeuron(SplittableRandom random) {
        this.random = random;
    }

    float[] draw(boolean[] isTrue) {
        var center = random.nextGaussian() * 2;
        var spread = Math.exp(random.nextGaussian() * 0.5);
        // Most neurons tell the classes apart hardly at all, a few a little.
        var shift = random.nextGaussian() * 0.12 * spread;
        var shape = random.nextInt(40);
        var values = new float[isTrue.length];
        for (var i = 0; i < values.length; i++) {
            var place = center + (isTrue[i] ? shift : 0);
            values[i] = (float) value(shape, place, spread, isTrue[i]);
        }
        return values;
    }

    private double value(int shape, double place, double spread, boolean isTrue) {
        return switch (shape) {
            case 0 -> 0.25;
            case 1, 2 -> Math.max(0, place - 2 + spread * random.nextGaussian());
            case 3, 4 -> place + (random.nextInt(5) == 0 ? 6 * spread : 0) + spread * random.nextGaussian();
            case 5, 6 -> place + spread * random.nextGaussian() * (isTrue ? 1 : 1.5);
            case 7, 8, 9 -> place + spread * Math.exp(0.6 * random.nextGaussian());
            case 10, 11 -> place + spread * random.nextGaussian() / Math.max(0.15, random.nextDouble());
            default -> place + spread * random.nextGaussian();
        };
    }
}
