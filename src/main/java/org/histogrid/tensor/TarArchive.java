package org.histogrid.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A .tar archive of files of any other kind, which lie in it as they are.
final class TarArchive {

    private TarArchive() {}

    /// The files in natural order. Those that are damaged say so when something is asked of them.
    ///
    /// @throws UnreadableFile if the archive is cut off or damaged, has a name twice, names that lead out of
    ///                        it, links or devices, or its .gz members unpack to too much
    static List<SourceFile> entries(Origin archive) {
        List<TarDirectory.Member> members = TarDirectory.read(archive).stream()
                .filter(member -> !ArchiveMembers.junk(member.name()))
                .sorted(Comparator.comparing(TarDirectory.Member::name, NaturalOrder.INSTANCE))
                .toList();
        ArchiveMembers.requireSound(
                archive, members.stream().map(TarDirectory.Member::name).toList());
        List<Packing.Member> gzipped = new ArrayList<>();
        for (TarDirectory.Member member : members) {
            if (ArchiveMembers.gzipped(member.name())) {
                gzipped.add(out -> unpack(archive, member, out));
            }
        }
        Packing packing = Packing.of(archive, gzipped);
        List<SourceFile> files = new ArrayList<>(members.size());
        int unpacked = 0;
        for (TarDirectory.Member member : members) {
            String name = archive.name() + "/" + member.name();
            Optional<MemorySegment> bytes =
                    ArchiveMembers.gzipped(member.name()) ? packing.content(unpacked++) : Optional.of(member.bytes());
            Origin origin = archive.member(name, "m" + files.size(), bytes.orElse(MemorySegment.NULL));
            files.add(
                    bytes.isPresent()
                            ? MemberFile.of(origin)
                            : MemberFile.damaged(origin, "is damaged: it cannot be unpacked."));
        }
        return List.copyOf(files);
    }

    private static void unpack(Origin archive, TarDirectory.Member member, OutputStream out) throws IOException {
        try (GzipInput in = new GzipInput(archive.member(archive.name(), "", member.bytes()).stream())) {
            in.transferTo(out);
        }
    }
}
