package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A .zip archive of files of any other kind.
final class ZipArchive {

    private ZipArchive() {}

    /// The files in natural order. Those that are damaged say so when something is asked of them.
    ///
    /// @throws UnreadableFile if the archive is damaged, has a name twice, names that lead out of it, links,
    ///                        devices or encrypted members, or unpacks to too much
    static List<SourceFile> entries(Origin archive) {
        List<ZipMember> all = ZipDirectory.read(archive);
        for (ZipMember member : all) {
            if (!member.ordinary()) {
                throw ArchiveMembers.noFile(archive, member.name(), "a link or device");
            }
        }
        List<ZipMember> members = all.stream()
                .filter(member -> !ArchiveMembers.junk(member.name()))
                .sorted(Comparator.comparing(ZipMember::name, NaturalOrder.INSTANCE))
                .toList();
        ArchiveMembers.requireSound(
                archive, members.stream().map(ZipMember::name).toList());
        ZipContent content = ZipContent.of(archive, members, member -> ArchiveMembers.gzipped(member.name()));
        List<SourceFile> files = new ArrayList<>(members.size());
        for (ZipMember member : members) {
            files.add(file(archive, member, "m" + files.size(), content));
        }
        return List.copyOf(files);
    }

    private static SourceFile file(Origin archive, ZipMember member, String key, ZipContent content) {
        String name = archive.name() + "/" + member.name();
        try {
            return MemberFile.of(archive.member(name, key, content.of(member)));
        } catch (Damaged e) {
            return MemberFile.damaged(archive.member(name, key, MemorySegment.NULL), e.restOfSentence());
        }
    }
}
