package org.histogrid.tensor;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.histogrid.tensor.child.ChildAnswer;
import org.histogrid.tensor.child.ChildMain;

/// Child processes that do everything wrong, and a server for them.
public final class BadChild {

    private BadChild() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "sleep" -> Thread.sleep(600_000);
            case "allocate" -> allocate();
            case "write" -> write(Files.newOutputStream(Path.of("values")));
            case "log" -> write(System.out);
            case "exit" -> {
                System.err.println("last words");
                System.exit(7);
            }
            case "crash" -> crash();
            case "silent" -> {}
            case "garbage" -> answer(out -> out.write(new byte[] {3, -1, -1, -1, -1, -1, -1, -1, -1, -1}));
            case "huge" -> answer(out -> out.write(new byte[ChildAnswer.MOST_BYTES + 1]));
            case "longer" ->
                answer(out -> {
                    new ChildAnswer.Values().write(out);
                    out.write(0);
                });
            case "refuse" -> answer(out -> new ChildAnswer.Refused("a\nb", "is \u001b[31mred.", 0, "").write(out));
            case "children" -> {
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                BadChild.class.getName(),
                                "sleep")
                        .inheritIO()
                        .start();
                Thread.sleep(600_000);
            }
            case "server" -> serve(Path.of(args[1]), Path.of(args[2]), args[3]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private interface Answering {
        void to(DataOutputStream out) throws IOException;
    }

    private static void answer(Answering answering) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(ChildAnswer.FILE)))) {
            answering.to(out);
        }
    }

    private static void allocate() {
        List<byte[]> all = new ArrayList<>();
        try {
            while (true) {
                all.add(new byte[16 << 20]);
            }
        } catch (OutOfMemoryError e) {
            all.clear();
            Runtime.getRuntime().halt(ChildMain.OUT_OF_MEMORY);
        }
    }

    private static void write(OutputStream out) throws IOException {
        byte[] block = new byte[1 << 20];
        while (true) {
            out.write(block);
        }
    }

    private static void crash() {
        MemorySegment.ofAddress(8).reinterpret(8, Arena.global(), null).set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
    }

    /// The real child, at a pipe without a writer: it waits there until the server ends.
    private static void serve(Path file, Path unpacked, String pipe) {
        Origin origin = Origin.map(file, "acts.h5", Arena.global(), Workspace.in(unpacked));
        ChildProcess.of(origin).run(List.of(ChildMain.DESCRIBE_HDF5, pipe, "1000000"), (answer, files) -> answer);
    }
}
