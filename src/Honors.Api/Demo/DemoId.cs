using System.Security.Cryptography;
using System.Text;

namespace Honors.Api.Demo;

/// <summary>Ids that are the same on every machine, so that the README, the examples of the contract and the tests can name them.</summary>
public static class DemoId
{
    /// <summary>A UUIDv7 of the demo's own day, drawn from the name.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("honors demo " + name)).AsSpan(0, 16);
        ReadOnlySpan<byte> moment = [0x01, 0x8e, 0x98, 0x00, 0x00, 0x00]; // April 2024, in milliseconds
        moment.CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
