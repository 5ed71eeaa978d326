package org.shapan.reports.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.repo.DefaultRepositoryService;
import net.sf.jasperreports.repo.ReportResource;
import net.sf.jasperreports.repo.RepositoryContext;
import net.sf.jasperreports.repo.Resource;
import net.sf.jasperreports.repo.ResourceInfo;

/** What layouts may name: fonts and styles of the build, and images of the administrator's folder. All else is as if it were not there. */
final class TemplateResources extends DefaultRepositoryService {
    private static final Pattern BUILT_IN =
            Pattern.compile("(?:org/shapan/reports/(?:fonts|template)|net/sf/jasperreports)/[\\w./-]+");
    private static final Pattern IMAGE = Pattern.compile(TemplateFolder.IMAGE);

    private final Path folder;

    TemplateResources(JasperReportsContext context, Path folder) {
        super(context);
        this.folder = folder;
    }

    @Override
    public InputStream getInputStream(String location) {
        if (location == null) {
            return null;
        }
        if (BUILT_IN.matcher(location).matches() && !location.contains("..") && !location.endsWith(".jasper")) {
            return TemplateResources.class.getClassLoader().getResourceAsStream(location);
        }
        if (folder == null || !IMAGE.matcher(location).matches()) {
            return null;
        }
        Path file = folder.resolve(location);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the image " + file + " cannot be read", e);
        }
    }

    @Override
    public InputStream getInputStream(RepositoryContext context, String location) {
        return getInputStream(location);
    }

    /** A compiled report is never read: it would be classes from a file. */
    @Override
    public <K extends Resource> K getResource(RepositoryContext context, String location, Class<K> type) {
        return ReportResource.class.isAssignableFrom(type) || type.isAssignableFrom(ReportResource.class)
                ? null
                : super.getResource(context, location, type);
    }

    @Override
    public ResourceInfo getResourceInfo(RepositoryContext context, String location) {
        return null;
    }
}
