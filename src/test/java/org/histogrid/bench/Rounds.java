package org.histogrid.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/// Times contenders in turn, round after round, so that a noisy machine is unfair to all of them alike;
/// ratios of medians from one run can then be trusted where absolute times cannot.
///
///     var rounds = new Rounds(9).warmUp(3).items("values", n);
///     rounds.add("fast", () -> fast());
///     rounds.add("slow", () -> slow());
///     System.out.println(rounds.run().table("slow"));
///     rounds.atLeast("fast", "slow", 20).verdict();
public final class Rounds {

    /// Work to be timed. What it returns is kept, so that the compiler cannot leave the work out.
    public interface Work {
        Object run() throws Exception;
    }

    /// Work that measures itself, in nanoseconds: for what runs in another process.
    public interface Timed {
        long nanos() throws Exception;
    }

    private final int rounds;
    private int warmUps = 2;
    private String unit = "";
    private double items;
    private LongSupplier clock = System::nanoTime;
    private final Map<String, Timed> contenders = new LinkedHashMap<>();
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();
    private volatile Object kept = this;

    public Rounds(int rounds) {
        this.rounds = rounds;
    }

    /// Rounds before the first that counts; 2 unless said.
    public Rounds warmUp(int warmUps) {
        this.warmUps = warmUps;
        return this;
    }

    /// How many things one run of a contender deals with: adds a column of millions of them a second.
    public Rounds items(String unit, double items) {
        this.unit = unit;
        this.items = items;
        return this;
    }

    /// Measures the processor time of the calling thread in place of the time on the wall: for work on one
    /// thread, on a machine shared with others.
    public Rounds processorTime() {
        clock = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
        return this;
    }

    public Rounds add(String name, Work work) {
        return addTimed(name, () -> {
            long start = clock.getAsLong();
            kept = work.run();
            return clock.getAsLong() - start;
        });
    }

    public Rounds addTimed(String name, Timed timed) {
        contenders.put(name, timed);
        return this;
    }

    public Rounds run() {
        for (int round = -warmUps; round < rounds; round++) {
            for (var contender : contenders.entrySet()) {
                long time = time(contender.getKey(), contender.getValue());
                if (round >= 0) {
                    nanos.computeIfAbsent(contender.getKey(), _ -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        return this;
    }

    private static long time(String name, Timed timed) {
        try {
            return timed.nanos();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException(name + " failed: " + e.getMessage(), e);
        }
    }

    public boolean has(String name) {
        return contenders.containsKey(name);
    }

    /// Median time in milliseconds.
    public double p50(String name) {
        return percentile(name, 50);
    }

    public double p95(String name) {
        return percentile(name, 95);
    }

    /// By nearest rank, in milliseconds.
    public double percentile(String name, double percent) {
        var sorted = nanos.get(name).stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / 1e6;
    }

    /// How many times as fast one contender is as another, by medians.
    public double ratio(String fast, String slow) {
        return p50(slow) / p50(fast);
    }

    /// One line a contender; speeds against `reference` where it ran.
    public String table(String reference) {
        int width = contenders.keySet().stream().mapToInt(String::length).max().orElse(0);
        var table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "%-" + width + "s %12s %12s", "", "median, ms", "p95, ms"));
        if (items > 0) {
            table.append(String.format(Locale.ROOT, " %18s", "million " + unit + "/s"));
        }
        table.append(has(reference) ? "   against " + reference : "").append('\n');
        for (var name : contenders.keySet()) {
            table.append(String.format(Locale.ROOT, "%-" + width + "s %12.3f %12.3f", name, p50(name), p95(name)));
            if (items > 0) {
                table.append(String.format(Locale.ROOT, " %18.1f", items / p50(name) / 1e3));
            }
            if (has(reference)) {
                table.append(String.format(Locale.ROOT, "   %.2fx", ratio(name, reference)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /// Reports whether a promised ratio is reached, and remembers it for [#verdict] where it is not.
    public Rounds atLeast(String fast, String slow, double promised) {
        if (!has(fast) || !has(slow)) {
            return this;
        }
        var name = fast + " against " + slow;
        if (!Ratio.atLeast(promised, name, ratio(fast, slow))) {
            missed.add("%s: less than %s".formatted(name, promised));
        }
        return this;
    }

    /// Throws when a promise was missed.
    public void verdict() {
        if (!missed.isEmpty()) {
            throw new IllegalStateException(String.join("; ", missed));
        }
    }
}
