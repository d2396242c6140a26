package io.github.zweiklick.media;

import java.util.List;

/** Leaves pictures as they came, one for all widths. */
final class PassingThrough implements Preparation {
    @Override
    public String accepted() {
        return "image/avif,image/webp,image/png,image/jpeg,image/gif";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Pictures of(byte[] fetched) throws UnshowableException {
        PictureType type = PictureType.of(fetched).orElseThrow(() -> new UnshowableException("no picture"));
        return new Pictures(List.of(new Pictures.Version(MediaProxy.WIDEST, Picture.of(type, fetched))));
    }
}
