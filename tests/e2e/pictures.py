"""Pictures of people and rooms (XEP-0054, XEP-0153), set by people on slixmpp."""
import struct
import zlib


def png(*colour):
    """64 × 64 points of one colour."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = (b"\0" + bytes(colour) * 64) * 64
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


async def set_picture(client, whose, picture):
    """In the vCard of its own account, or of a room."""
    iq = client.make_iq_set(ito=whose)
    iq["vcard_temp"]["PHOTO"]["TYPE"] = "image/png"
    iq["vcard_temp"]["PHOTO"]["BINVAL"] = picture
    await iq.send()


async def wear(client, picture):
    """Its own, told to everybody with its presence. The plugin xep_0153 has to be there before it logs in."""
    await set_picture(client, client.boundjid.bare, picture)
    await client["xep_0153"].set_avatar(avatar=picture, mtype="image/png")
