package org.histogrid.tensor.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Reads many damaged files in one child process. It prints a line for each that took long or gave no answer, and
/// at its end how many there were.
public final class HostileFiles {

    private static final int CUTS = 12;
    private static final long MOST_BYTES = 64L << 20;
    private static final long SLOW_NANOS = 10_000_000_000L;

    private HostileFiles() {}

    /// Arguments: what to do with the files, how many changes of each, how many files to leave out because another
    /// process came to a standstill with the last of them, and the files.
    public static void main(String[] args) throws IOException {
        PrintStream report = System.out;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Progress.watch(0);
        int first = Integer.parseInt(args[2]);
        int count = 0;
        for (String name : List.of(args).subList(3, args.length)) {
            byte[] bytes = Files.readAllBytes(Path.of(name));
            Random random = new Random(bytes.length);
            for (int i = 0; i < CUTS; i++) {
                byte[] cut = Arrays.copyOf(bytes, bytes.length * i / CUTS);
                if (count++ >= first) {
                    report.println("at " + count);
                    read(args[0], cut, name + " cut " + i, report);
                }
            }
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                byte[] mutated = mutated(bytes, random);
                if (count++ >= first) {
                    report.println("at " + count);
                    read(args[0], mutated, name + " changed " + i, report);
                }
            }
        }
        report.println("done " + count);
        Runtime.getRuntime().halt(0);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        int changes = random.nextInt(1, 5);
        for (int i = 0; i < changes; i++) {
            byte[] likely = {0, 1, -1, 0x7f, (byte) 0x80};
            mutated[random.nextInt(mutated.length)] =
                    random.nextBoolean() ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
        }
        return mutated;
    }

    private static void read(String request, byte[] bytes, String what, PrintStream report) throws IOException {
        Progress.made();
        Path folder = Files.createTempDirectory("hostile");
        long start = System.nanoTime();
        try {
            Path file = Files.write(folder.resolve("file"), bytes);
            ChildAnswer answer = answer(folder, request, file, MOST_BYTES);
            if (answer instanceof ChildAnswer.Arrays arrays) {
                for (int i = 0; i < arrays.datasets().size(); i++) {
                    answer(folder, ChildMain.EXTRACT_HDF5, file, MOST_BYTES, i);
                }
            }
        } catch (OutOfMemoryError e) {
            // The child would end and be reported; here the next file goes on
        } catch (Throwable e) {
            report.println(what + ": " + e);
        } finally {
            if (System.nanoTime() - start > SLOW_NANOS) {
                report.println(what + ": slow");
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static ChildAnswer answer(Path folder, Object... arguments) throws IOException {
        String[] args = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        ChildAnswer answer = ChildMain.answer(args, folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.write(new DataOutputStream(out));
        ChildAnswer read = ChildAnswer.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        if (!read.equals(answer)) {
            throw new AssertionError("written and read again it is another: " + answer);
        }
        return answer;
    }
}
