package org.histogrid;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A network between a client and the server under test, at a port of its own. The first connection that sends more
/// than so many bytes is held there until it is cut off; while it is cut, nobody reaches the server.
public final class BadNetwork implements AutoCloseable {

    private static final int HELD_SECONDS = 30;

    private final ServerSocket listening;
    private final int server;
    private final int most;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean cut;

    public BadNetwork(int server, int most) throws IOException {
        this.server = server;
        this.most = most;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// Waits until a connection has sent so many bytes.
    public void awaitHeld() throws InterruptedException {
        if (!held.await(HELD_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("No connection sent " + most + " bytes");
        }
    }

    public void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
    }

    public void restore() {
        cut = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                var there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(there);
                Thread.ofVirtual().start(() -> handOn(client, there, true));
                Thread.ofVirtual().start(() -> handOn(there, client, false));
            } catch (IOException e) {
                // Closed at the end of the test
            }
        }
    }

    private void handOn(Socket from, Socket to, boolean upwards) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), upwards);
        } catch (IOException e) {
            // One of the sides hung up
        } finally {
            open.remove(from);
        }
    }

    private void copy(InputStream in, OutputStream out, boolean upwards) throws IOException {
        var block = new byte[8_192];
        var total = 0L;
        for (int read; (read = in.read(block)) >= 0; ) {
            total += read;
            if (!upwards || total <= most || held.getCount() == 0) {
                out.write(block, 0, read);
            } else {
                held.countDown();
                drain(in);
                return;
            }
        }
    }

    /// Takes what comes and hands nothing on, so that it ends when its sender hangs up.
    private static void drain(InputStream in) throws IOException {
        while (in.skip(Long.MAX_VALUE) > 0 || in.read() >= 0) {
            // Lost on the way
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
