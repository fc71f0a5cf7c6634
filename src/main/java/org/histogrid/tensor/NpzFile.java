package org.histogrid.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An .npz file: a zip archive of .npy members, one array each. An array is named as its member without the
/// `.npy`, whatever that is; no file is ever made of a name.
final class NpzFile {

    private NpzFile() {}

    /// @throws UnreadableFile if the archive is damaged, has a name twice or encrypted members, unpacks to too
    ///                        much, or holds no array that can be read
    static SourceFile open(Origin origin) {
        List<ZipMember> all = ZipDirectory.read(origin);
        List<ZipMember> members = all.stream()
                .filter(member -> !ArchiveMembers.junk(member.name()))
                .sorted(Comparator.comparing(member -> array(member.name()), NaturalOrder.INSTANCE))
                .toList();
        ZipContent content = ZipContent.of(origin, members, member -> false);
        NamedArrays.Builder arrays = new NamedArrays.Builder(origin, "NumPy archive");
        for (int i = 0; i < members.size(); i++) {
            ZipMember member = members.get(i);
            String key = "m" + i;
            arrays.add(array(member.name()), () -> read(origin, member, key, content.of(member)));
        }
        if (members.size() < all.size()) {
            arrays.note(() -> "Passed over "
                    + Sentences.counted(all.size() - members.size(), "member")
                    + " that the operating system put into the archive.");
        }
        return arrays.build("holds no arrays.");
    }

    private static String array(String member) {
        return member.endsWith(".npy") ? member.substring(0, member.length() - ".npy".length()) : member;
    }

    private static Tensor read(Origin origin, ZipMember member, String key, MemorySegment bytes) {
        Origin inner = origin.member(origin.name(), key, bytes);
        if (origin.guarded(() -> zip(bytes))) {
            throw origin.refused("is an archive inside an archive. Unpack it before you bring it here.");
        }
        return NpyFile.array(inner, Optional.of(array(member.name())));
    }

    private static boolean zip(MemorySegment bytes) {
        return bytes.byteSize() > 1 && bytes.get(JAVA_BYTE, 0) == 'P' && bytes.get(JAVA_BYTE, 1) == 'K';
    }
}
