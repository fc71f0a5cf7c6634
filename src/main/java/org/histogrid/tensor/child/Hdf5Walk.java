package org.histogrid.tensor.child;

import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.HdfFile;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the datasets of an HDF5 file without following a link out of it. Each object is looked at by itself,
/// so that one that cannot be read does not hide its neighbours.
final class Hdf5Walk {

    private static final int MOST_DEPTH = 64;
    private static final int MOST_OBJECTS = 100_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_CHAIN = 50;
    private static final long UNDEFINED = -1;

    private static final int SOFT_LINK = 2;

    private final HdfBackingStorage storage;
    private final long most;
    private final Map<String, Hdf5Dataset> datasets = new LinkedHashMap<>();
    private final List<ChildAnswer.Problem> problems = new ArrayList<>();
    private final Map<String, String> softLinks = new LinkedHashMap<>();
    private final Set<Long> groups = new HashSet<>();
    private int objects;

    /// @param most how many bytes a dataset may have
    Hdf5Walk(HdfFile file, long most) {
        this.storage = file.getHdfBackingStorage();
        this.most = most;
        group(file.getAddress(), "", 0);
        softLinks.forEach(this::follow);
    }

    /// By path, such as `group/acts`, in the order of the file.
    Map<String, Hdf5Dataset> datasets() {
        return datasets;
    }

    /// What is no dataset that can be read.
    List<ChildAnswer.Problem> problems() {
        return problems;
    }

    private void group(long address, String path, int depth) {
        if (depth > MOST_DEPTH) {
            throw new Refusal("holds groups in groups to a depth of more than " + MOST_DEPTH + ".");
        }
        if (!groups.add(address)) {
            problem(path, "is another name of a group that is read already.");
            return;
        }
        String prefix = path.isEmpty() ? "" : path + "/";
        ObjectHeader header = ObjectHeader.readObjectHeader(storage, address);
        if (header.hasMessageOfType(SymbolTableMessage.class)) {
            oldStyle(header.getMessageOfType(SymbolTableMessage.class), prefix, depth);
        } else {
            newStyle(header, prefix, depth);
        }
    }

    private void oldStyle(SymbolTableMessage table, String prefix, int depth) {
        ByteBuffer heap = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        for (long node :
                BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                String name = prefix + textAt(heap, entry.getLinkNameOffset());
                count(name);
                if (entry.getCacheType() == SOFT_LINK) {
                    softLinks.put(name, absolute(prefix, textAt(heap, entry.getLinkValueOffset())));
                } else {
                    object(entry.getObjectHeaderAddress(), name, depth);
                }
            }
        }
    }

    private static String textAt(ByteBuffer heap, int offset) {
        heap.position(offset);
        return Utils.readUntilNull(heap);
    }

    private void newStyle(ObjectHeader header, String prefix, int depth) {
        for (LinkMessage link : links(header)) {
            String name = prefix + link.getLinkName();
            count(name);
            switch (link.getLinkType()) {
                case HARD -> object(link.getHardLinkAddress(), name, depth);
                case SOFT -> softLinks.put(name, absolute(prefix, link.getSoftLink()));
                case EXTERNAL -> problem(name, "is a link to another file, which is never opened.");
            }
        }
    }

    private List<LinkMessage> links(ObjectHeader header) {
        if (!header.hasMessageOfType(LinkInfoMessage.class)) {
            return header.getMessagesOfType(LinkMessage.class);
        }
        LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
        if (info.getBTreeNameIndexAddress() == UNDEFINED) {
            return header.getMessagesOfType(LinkMessage.class);
        }
        FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
        List<LinkMessage> links = new ArrayList<>();
        for (LinkNameForIndexedGroupRecord record :
                new BTreeV2<LinkNameForIndexedGroupRecord>(storage, info.getBTreeNameIndexAddress()).getRecords()) {
            links.add(LinkMessage.fromBuffer(heap.getId(record.getId()), storage.getSuperblock()));
        }
        return links;
    }

    private void count(String name) {
        objects++;
        Progress.made();
        if (objects > MOST_OBJECTS) {
            throw new Refusal("holds more than " + MOST_OBJECTS + " objects.");
        }
        if (name.length() > LONGEST_NAME) {
            throw new Refusal("holds a name of more than " + LONGEST_NAME + " characters.");
        }
    }

    private void object(long address, String name, int depth) {
        try {
            ObjectHeader header = ObjectHeader.readObjectHeader(storage, address);
            if (header.hasMessageOfType(DataSpaceMessage.class)) {
                datasets.put(name, Hdf5Dataset.of(header, most));
            } else if (!header.hasMessageOfType(DataTypeMessage.class)) {
                group(address, name, depth + 1);
            }
        } catch (Refusal refusal) {
            if (depth + 1 > MOST_DEPTH || objects > MOST_OBJECTS) {
                throw refusal;
            }
            problem(name, refusal.reason());
        } catch (Exception | StackOverflowError e) {
            problem(name, reason(e));
        }
    }

    /// What a parser cannot read it says in the messages of its exceptions only.
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("External Data Files")) {
                return "keeps its values in another file, which is never opened.";
            }
            if (message.contains("Virtual storage")) {
                return "is a virtual dataset: it takes its values from other datasets, and is not read. Write it again"
                        + " as a dataset of its own.";
            }
            cause = cause.getCause();
        }
        return "is damaged, or written in a way that is not read.";
    }

    private static String absolute(String prefix, String target) {
        return target.startsWith("/") ? target.replaceFirst("^/+", "") : prefix + target;
    }

    private void follow(String name, String target) {
        Hdf5Dataset dataset = datasets.get(target);
        if (dataset == null) {
            problem(name, "is a link to something that is no dataset of this file, or none that is read.");
        } else {
            datasets.put(name, dataset);
        }
    }

    private void problem(String name, String reason) {
        problems.add(new ChildAnswer.Problem(name, reason, 0));
    }
}
